//! The window with all that belongs to it: input, what is drawn, the painter, the surface.

use std::rc::Rc;
use std::thread::JoinHandle;
use std::time::Instant;

use egui::{Context, ViewportBuilder, ViewportCommand, ViewportEvent, ViewportId, ViewportInfo};
use egui_winit::{ActionRequested, accesskit_winit};
use winit::event::WindowEvent;
use winit::event_loop::{ActiveEventLoop, EventLoopProxy};
use winit::window::Window;

use super::super::painter::{Drawn, Frame, Painter};
use super::super::{Draw, WindowError, WindowOptions, display};
use super::lock::{self, Lock, rules};
use super::ready::{self, Ready};
use super::redraw::Redraw;
use super::surface::Surface;
use super::wake::{Pace, Wake};

pub(super) struct OpenWindow {
    ctx: Context,
    window: Rc<Window>,
    input: egui_winit::State,
    info: ViewportInfo,
    /// Whether `info` must be asked for again: each answer of the window system takes time.
    is_info_old: bool,
    draw: Draw,
    painter: Painter,
    surface: Surface,
    redraw: Redraw,
    pace: Pace,
    began: Instant,
    frames: u32,
    /// What keeps a kiosk's window in its place.
    lock: Option<Lock>,
    /// Whether a key such as Shift went down or up since the last frame.
    has_new_modifiers: bool,
    mark: fn(&'static str),
}

impl OpenWindow {
    /// Opens the window and shows its first frame.
    pub(super) fn open(
        event_loop: &ActiveEventLoop,
        ctx: &Context,
        options: &WindowOptions,
        proxy: EventLoopProxy<Wake>,
        ready: JoinHandle<Ready>,
    ) -> Result<Self, WindowError> {
        let viewport = if options.is_locked {
            lock::viewport(&options.title, event_loop)
        } else {
            display::viewport(&options.title)
        };
        let viewport = fitted(viewport, event_loop).with_visible(false);
        let window = Rc::new(egui_winit::create_window(ctx, event_loop, &viewport).map_err(WindowError::failed)?);
        let mut lock = if options.is_locked { Some(Lock::new(&window, event_loop)?) } else { None };
        let scale = Some(window.scale_factor() as f32);
        let mut input = egui_winit::State::new(ctx.clone(), ViewportId::ROOT, event_loop, scale, window.theme(), None);
        // Screen readers must be able to reach the window before it appears.
        input.init_accesskit(event_loop, &window, proxy.clone());
        // With a lock these keys are keys like any other.
        input.set_clipboard_shortcuts(lock.is_none());
        (options.mark)("window");
        // The window manager has its own work to do while the first frame is finished.
        window.set_visible(true);
        let surface = Surface::new(window.clone())?;
        let Ready { draw, painter } = ready::finish(ready)?;
        if let Some(lock) = &mut lock {
            lock.begin(ctx.global_style().visuals.panel_fill, proxy)?;
        }
        let mut open = Self {
            ctx: ctx.clone(),
            input,
            info: ViewportInfo::default(),
            is_info_old: true,
            draw,
            painter,
            surface,
            redraw: Redraw::new(event_loop),
            pace: Pace::of(event_loop),
            began: Instant::now(),
            frames: 0,
            lock,
            has_new_modifiers: false,
            mark: options.mark,
            window,
        };
        open.frame(event_loop)?;
        Ok(open)
    }

    /// Asks for a frame as soon as one can be drawn.
    pub(super) fn ask_for_frame(&mut self) {
        self.redraw.ask(&self.window);
    }

    /// Whether a frame is due that the window system will not call for.
    pub(super) fn must_draw(&self) -> bool {
        self.redraw.must_draw()
    }

    /// Whether somebody waits for a frame, and could see it. A window system that sets the pace calls for none while the
    /// screen is off; that is no debt.
    pub(super) fn owes_a_frame(&self) -> bool {
        self.redraw.must_draw() && !self.is_hidden()
    }

    /// The earliest time for a frame that nobody is waiting for: a screen shows no more of them in a second.
    pub(super) fn next_beat(&self) -> Instant {
        self.pace.next
    }

    pub(super) fn on_event(&mut self, event_loop: &ActiveEventLoop, event: &WindowEvent) -> Result<(), WindowError> {
        if self.lock.is_some() && !rules::hears(event) {
            return Ok(());
        }
        match event {
            WindowEvent::RedrawRequested => {
                self.redraw.on_call();
                return self.frame(event_loop);
            }
            WindowEvent::CloseRequested => {
                self.info.events.push(ViewportEvent::Close);
                // At once: a window that nobody sees is not asked for frames.
                return self.frame(event_loop);
            }
            WindowEvent::Occluded(is_occluded) => self.info.occluded = Some(*is_occluded),
            WindowEvent::Resized(_)
            | WindowEvent::Moved(_)
            | WindowEvent::Focused(_)
            | WindowEvent::ScaleFactorChanged { .. } => {
                self.is_info_old = true;
                self.lock.iter().for_each(|lock| lock.cover_again(&self.window));
            }
            // A quick tap of Shift is two changes, of which the next frame would see none.
            WindowEvent::ModifiersChanged(_) if self.has_new_modifiers => self.frame(event_loop)?,
            _ => (),
        }
        self.has_new_modifiers |= matches!(event, WindowEvent::ModifiersChanged(_));
        if self.input.on_window_event(&self.window, event).repaint {
            self.ask_for_frame();
        }
        Ok(())
    }

    pub(super) fn on_accesskit_event(&mut self, event: accesskit_winit::WindowEvent) {
        match event {
            accesskit_winit::WindowEvent::InitialTreeRequested => self.ctx.enable_accesskit(),
            accesskit_winit::WindowEvent::ActionRequested(request) => self.input.on_accesskit_action_request(request),
            accesskit_winit::WindowEvent::AccessibilityDeactivated => {
                self.ctx.disable_accesskit();
                return;
            }
        }
        self.ask_for_frame();
    }

    /// Draws a frame and shows what changed.
    pub(super) fn frame(&mut self, event_loop: &ActiveEventLoop) -> Result<(), WindowError> {
        self.redraw.begin();
        self.has_new_modifiers = false;
        // A window that was put away does not always say that it is back.
        if std::mem::take(&mut self.is_info_old) || self.is_hidden() {
            egui_winit::update_viewport_info(&mut self.info, &self.ctx, &self.window, self.frames == 0);
        }
        let is_closing = self.info.close_requested();
        let size: [u32; 2] = self.window.inner_size().into();
        let is_seen = !self.is_hidden() && !size.contains(&0);
        if !is_seen && !is_closing {
            return Ok(());
        }
        let commands = self.draw(event_loop, size, is_seen)?;
        let must_leave =
            if self.lock.is_some() { self.obey_locked(commands) } else { !self.obey(commands) && is_closing };
        if must_leave {
            event_loop.exit();
        }
        Ok(())
    }

    /// Draws a frame, shows it if it can be seen, and returns what it asks of the window.
    fn draw(
        &mut self,
        event_loop: &ActiveEventLoop,
        size: [u32; 2],
        is_seen: bool,
    ) -> Result<Vec<ViewportCommand>, WindowError> {
        let mut input = self.input.take_egui_input(&self.window);
        // Its own clock: the page is new when the reader sees it, not when it was drawn in advance.
        input.time = Some(self.began.elapsed().as_secs_f64());
        input.viewports = std::iter::once((ViewportId::ROOT, self.info.clone())).collect();
        self.info.events.clear();
        let Drawn { frame, mut platform, commands } = Frame::draw(&self.ctx, input, size, &mut self.draw);
        if self.lock.is_some() {
            rules::restrict_output(&mut platform);
        }
        self.input.handle_platform_output_with_event_loop(&self.window, event_loop, platform);
        let damage = self.painter.update(&self.ctx, frame);
        self.frames = self.frames.saturating_add(1);
        self.mark_frame("first frame");
        if is_seen {
            self.surface.show(&self.painter, size, &damage, self.redraw.take_lost())?;
            self.pace.beat();
        } else {
            self.redraw.miss();
        }
        self.mark_frame("on screen");
        Ok(commands)
    }

    fn is_hidden(&self) -> bool {
        self.info.visible() == Some(false)
    }

    fn mark_frame(&self, name: &'static str) {
        if self.frames == 1 {
            (self.mark)(name);
        }
    }

    /// Does what was asked of the window, and says whether it must stay open.
    fn obey(&mut self, commands: Vec<ViewportCommand>) -> bool {
        let is_kept_open = commands.contains(&ViewportCommand::CancelClose);
        self.is_info_old |= !commands.is_empty();
        let mut actions = Vec::new();
        egui_winit::process_viewport_commands(&self.ctx, &mut self.info, commands, &self.window, &mut actions);
        for action in actions {
            self.act(action);
        }
        if !self.info.events.is_empty() {
            self.ask_for_frame();
        }
        is_kept_open
    }

    /// Does what a locked window may do of what was asked of it, and says whether it was asked to leave. Nobody else can ask.
    fn obey_locked(&mut self, mut commands: Vec<ViewportCommand>) -> bool {
        let is_leaving = rules::restrict_commands(&mut commands);
        self.obey(commands);
        is_leaving
    }

    fn act(&mut self, action: ActionRequested) {
        let event = match action {
            ActionRequested::Screenshot(callback) => {
                callback.complete(std::sync::Arc::new(self.painter.picture()));
                return;
            }
            ActionRequested::PaintWhileHidden => return,
            ActionRequested::Cut => egui::Event::Cut,
            ActionRequested::Copy => egui::Event::Copy,
            ActionRequested::Paste => match self.input.clipboard_text() {
                Some(text) if !text.is_empty() => egui::Event::Paste(text.replace("\r\n", "\n")),
                _ => return,
            },
        };
        self.input.egui_input_mut().events.push(event);
        self.ask_for_frame();
    }
}

/// `viewport`, no larger than the screen.
fn fitted(viewport: ViewportBuilder, event_loop: &ActiveEventLoop) -> ViewportBuilder {
    let screens = event_loop.primary_monitor().into_iter().chain(event_loop.available_monitors());
    let sizes = screens.map(|screen| screen.size().to_logical::<f32>(screen.scale_factor()));
    let Some(screen) = sizes.map(|size| egui::vec2(size.width, size.height)).find(|size| 0.0 < size.min_elem()) else {
        return viewport;
    };
    let size = viewport.inner_size.map_or(screen, |size| size.min(screen));
    viewport.with_inner_size(size)
}
