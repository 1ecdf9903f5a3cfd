//! Holds a window where it is on an X server, over a connection of its own: places it, keeps it on top with the keyboard's
//! focus, and covers the other monitors. winit does none of this for a window that no window manager knows.
//!
//! Nothing is asked again and again: the server says what happens among the windows, and a resting screen rests.

use std::iter;
use std::thread;
use std::time::Duration;

use egui::Color32;
use winit::raw_window_handle::{HasWindowHandle, RawWindowHandle};
use x11rb::connection::{Connection, RequestConnection};
use x11rb::errors::ReplyOrIdError;
use x11rb::protocol::Event;
use x11rb::protocol::randr::{self, ConnectionExt as _};
use x11rb::protocol::xproto::{
    ChangeWindowAttributesAux, ConfigureWindowAux, ConnectionExt as _, CreateWindowAux, EventMask, InputFocus,
    MapState, StackMode, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::{COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT, CURRENT_TIME};

use super::super::super::WindowError;
use super::screens::{Area, Screens, share};

/// A window, and what holds it.
pub(super) struct Hold {
    connection: RustConnection,
    screen: usize,
    root: Window,
    page: Window,
    /// Plain windows on the other monitors, in the order of the stack.
    covers: Vec<(Area, Window)>,
    /// The colour of those, as the server numbers it.
    paper: u32,
    has_monitors: bool,
}

/// After the window was brought back it is left alone for so long: if another program does the same, both must not keep the
/// processor busy with it.
const PAUSE: Duration = Duration::from_millis(20);

impl Hold {
    /// Gets hold of a window that is not shown yet, and puts it where the page belongs.
    pub(super) fn of(window: &winit::window::Window) -> Result<Self, WindowError> {
        let page = id(window)?;
        let (connection, screen) = RustConnection::connect(None).map_err(WindowError::failed)?;
        let root = connection.setup().roots[screen].root;
        let mut hold = Self { connection, screen, root, page, covers: Vec::new(), paper: 0, has_monitors: false };
        hold.listen().and_then(|()| hold.place_page().map(drop)).map_err(WindowError::failed)?;
        Ok(hold)
    }

    /// Covers the other monitors with `paper`, and holds the window in a thread of its own until it is gone or cannot be held
    /// any longer; then `lose` is called.
    pub(super) fn begin(mut self, paper: Color32, lose: impl FnOnce() + Send + 'static) -> Result<(), WindowError> {
        self.mix(paper).and_then(|()| self.cover()).and_then(|()| self.keep()).map_err(WindowError::failed)?;
        thread::spawn(move || {
            // What ended it is of no use to anybody: the window is gone, or the server is.
            let _ = self.stay();
            lose();
        });
        Ok(())
    }

    /// Asks the server to tell what happens to the window, among all windows, and to the monitors.
    fn listen(&mut self) -> Result<(), ReplyOrIdError> {
        let on = |mask| ChangeWindowAttributesAux::new().event_mask(mask);
        let among_all = EventMask::SUBSTRUCTURE_NOTIFY | EventMask::STRUCTURE_NOTIFY;
        self.connection.change_window_attributes(self.root, &on(among_all))?;
        let to_it = EventMask::STRUCTURE_NOTIFY | EventMask::VISIBILITY_CHANGE | EventMask::FOCUS_CHANGE;
        self.connection.change_window_attributes(self.page, &on(to_it))?;
        if self.connection.extension_information(randr::X11_EXTENSION_NAME)?.is_some() {
            let version = self.connection.randr_query_version(1, 5)?.reply()?;
            // Older servers cannot list them; each of these has one screen over all its monitors.
            self.has_monitors = (1, 5) <= (version.major_version, version.minor_version);
            let changes = randr::NotifyMask::SCREEN_CHANGE | randr::NotifyMask::CRTC_CHANGE;
            self.connection.randr_select_input(self.root, changes | randr::NotifyMask::OUTPUT_CHANGE)?;
        }
        Ok(())
    }

    fn mix(&mut self, paper: Color32) -> Result<(), ReplyOrIdError> {
        let colors = self.connection.setup().roots[self.screen].default_colormap;
        let [red, green, blue] = [paper.r(), paper.g(), paper.b()].map(|part| u16::from(part) * 0x101);
        self.paper = self.connection.alloc_color(colors, red, green, blue)?.reply()?.pixel;
        Ok(())
    }

    /// Holds the window until that is no longer possible.
    fn stay(&mut self) -> Result<(), ReplyOrIdError> {
        loop {
            let first = self.connection.wait_for_event()?;
            let mut has_moved = false;
            let rest = iter::from_fn(|| self.connection.poll_for_event().transpose());
            for event in iter::once(Ok(first)).chain(rest) {
                match event? {
                    Event::DestroyNotify(event) if event.window == self.page => return Ok(()),
                    Event::ConfigureNotify(event) => has_moved |= [self.page, self.root].contains(&event.window),
                    Event::RandrScreenChangeNotify(_) | Event::RandrNotify(_) => has_moved = true,
                    _ => (),
                }
            }
            if has_moved {
                self.cover()?;
            }
            if self.keep()? {
                thread::sleep(PAUSE);
            }
        }
    }

    /// Gives the page and the other monitors their windows.
    fn cover(&mut self) -> Result<(), ReplyOrIdError> {
        let others = self.place_page()?;
        let (kept, gone): (Vec<_>, Vec<_>) = self.covers.drain(..).partition(|(area, _)| others.contains(area));
        self.covers = kept;
        for (_, window) in gone {
            self.connection.destroy_window(window)?;
        }
        for area in others {
            if self.covers.iter().all(|(covered, _)| *covered != area) {
                let window = self.plain_window(area)?;
                self.covers.push((area, window));
            }
        }
        self.connection.flush()?;
        Ok(())
    }

    /// Puts the page where it belongs and returns what is to be covered beside it.
    fn place_page(&self) -> Result<Vec<Area>, ReplyOrIdError> {
        let Screens { page, others } = self.screens()?;
        if self.area(self.page)? != page {
            let place = ConfigureWindowAux::new().x(i32::from(page.left)).y(i32::from(page.top));
            let place = place.width(u32::from(page.width)).height(u32::from(page.height)).border_width(0);
            self.connection.configure_window(self.page, &place)?;
            // The answer says that it is done, for whoever asks over another connection.
            self.area(self.page)?;
        }
        Ok(others)
    }

    fn screens(&self) -> Result<Screens, ReplyOrIdError> {
        let mut monitors = Vec::new();
        if self.has_monitors {
            for monitor in self.connection.randr_get_monitors(self.root, true)?.reply()?.monitors {
                let area = Area { left: monitor.x, top: monitor.y, width: monitor.width, height: monitor.height };
                monitors.push((area, monitor.primary));
            }
        }
        Ok(share(&monitors, self.area(self.root)?))
    }

    fn area(&self, window: Window) -> Result<Area, ReplyOrIdError> {
        let found = self.connection.get_geometry(window)?.reply()?;
        Ok(Area { left: found.x, top: found.y, width: found.width, height: found.height })
    }

    /// A window with nothing in it.
    fn plain_window(&self, area: Area) -> Result<Window, ReplyOrIdError> {
        let window = self.connection.generate_id()?;
        let Area { left, top, width, height } = area;
        let plain = CreateWindowAux::new().override_redirect(1).background_pixel(self.paper);
        self.connection.create_window(
            COPY_DEPTH_FROM_PARENT,
            window,
            self.root,
            left,
            top,
            width,
            height,
            0,
            WindowClass::INPUT_OUTPUT,
            COPY_FROM_PARENT,
            &plain,
        )?;
        self.connection.map_window(window)?;
        Ok(window)
    }

    /// Brings the windows back on top and the keyboard back to the page, and says whether any of that was necessary.
    fn keep(&self) -> Result<bool, ReplyOrIdError> {
        let is_away = self.connection.get_window_attributes(self.page)?.reply()?.map_state == MapState::UNMAPPED;
        if is_away {
            self.connection.map_window(self.page)?;
        }
        let ours: Vec<Window> = self.covers.iter().map(|(_, window)| *window).chain([self.page]).collect();
        let is_below = !self.connection.query_tree(self.root)?.reply()?.children.ends_with(&ours);
        if is_below {
            for window in ours {
                let above = ConfigureWindowAux::new().stack_mode(StackMode::ABOVE);
                self.connection.configure_window(window, &above)?;
            }
        }
        let is_deaf = self.connection.get_input_focus()?.reply()?.focus != self.page;
        if is_deaf {
            self.connection.set_input_focus(InputFocus::POINTER_ROOT, self.page, CURRENT_TIME)?;
        }
        self.connection.flush()?;
        Ok(is_away || is_below || is_deaf)
    }
}

/// The server's number for the window.
fn id(window: &winit::window::Window) -> Result<Window, WindowError> {
    match window.window_handle().map_err(WindowError::failed)?.as_raw() {
        RawWindowHandle::Xlib(handle) => u32::try_from(handle.window).map_err(WindowError::failed),
        RawWindowHandle::Xcb(handle) => Ok(handle.window.get()),
        _ => Err(WindowError::failed("the window has no number on the X server")),
    }
}
