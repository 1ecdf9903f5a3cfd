//! The window with all that belongs to it: input, what is drawn, the painter, the surface.

use std::rc::Rc;
use std::thread::JoinHandle;

use egui::{Context, ViewportBuilder, ViewportCommand, ViewportEvent, ViewportId, ViewportInfo};
use egui_winit::{ActionRequested, accesskit_winit};
use winit::event::WindowEvent;
use winit::event_loop::{ActiveEventLoop, EventLoopProxy};
use winit::window::Window;

use super::super::painter::{Drawn, Frame, Painter};
use super::super::{Draw, WindowError, WindowOptions, display};
use super::ready::{self, Ready};
use super::surface::Surface;
use super::wake::Wake;

pub(super) struct Desk {
    ctx: Context,
    window: Rc<Window>,
    input: egui_winit::State,
    info: ViewportInfo,
    /// Whether `info` must be asked for again: each answer of the window system takes time.
    is_info_old: bool,
    draw: Draw,
    painter: Painter,
    surface: Surface,
    /// Whether the next frame was asked for here. One that was not shows that the window lost its picture.
    is_frame_asked_for: bool,
    is_picture_lost: bool,
    frames: u32,
    mark: fn(&'static str),
}

impl Desk {
    /// Opens the window; its first frame is already drawn when it appears.
    pub(super) fn open(
        event_loop: &ActiveEventLoop,
        ctx: &Context,
        options: &WindowOptions,
        proxy: EventLoopProxy<Wake>,
        ready: JoinHandle<Ready>,
    ) -> Result<Self, WindowError> {
        let viewport = fitted(display::viewport(&options.title), event_loop).with_visible(false);
        let window = Rc::new(egui_winit::create_window(ctx, event_loop, &viewport).map_err(WindowError::failed)?);
        let scale = Some(window.scale_factor() as f32);
        let mut input = egui_winit::State::new(ctx.clone(), ViewportId::ROOT, event_loop, scale, window.theme(), None);
        // Screen readers must be able to reach the window before it appears.
        input.init_accesskit(event_loop, &window, proxy);
        (options.mark)("window");
        // The window manager has its own work to do while the first frame is finished.
        window.set_visible(true);
        let surface = Surface::new(window.clone())?;
        let Ready { draw, painter } = ready::finish(ready)?;
        let mut desk = Self {
            ctx: ctx.clone(),
            input,
            info: ViewportInfo::default(),
            is_info_old: true,
            draw,
            painter,
            surface,
            is_frame_asked_for: true,
            is_picture_lost: true,
            frames: 0,
            mark: options.mark,
            window,
        };
        desk.frame(event_loop)?;
        Ok(desk)
    }

    /// Asks for a frame as soon as the window system can take one.
    pub(super) fn ask_for_frame(&mut self) {
        self.is_frame_asked_for = true;
        self.window.request_redraw();
    }

    pub(super) fn on_event(&mut self, event: &WindowEvent) {
        match event {
            WindowEvent::CloseRequested => self.info.events.push(ViewportEvent::Close),
            WindowEvent::Occluded(is_occluded) => {
                self.info.occluded = Some(*is_occluded);
                self.is_picture_lost = true;
            }
            WindowEvent::Resized(_)
            | WindowEvent::Moved(_)
            | WindowEvent::Focused(_)
            | WindowEvent::ScaleFactorChanged { .. } => {
                self.is_info_old = true;
                self.is_picture_lost = true;
            }
            _ => (),
        }
        let response = self.input.on_window_event(&self.window, event);
        if response.repaint || matches!(event, WindowEvent::CloseRequested | WindowEvent::Occluded(false)) {
            self.ask_for_frame();
        }
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
        self.is_picture_lost |= !std::mem::take(&mut self.is_frame_asked_for);
        if std::mem::take(&mut self.is_info_old) {
            egui_winit::update_viewport_info(&mut self.info, &self.ctx, &self.window, self.frames == 0);
        }
        if self.info.visible() == Some(false) {
            return Ok(());
        }
        let size: [u32; 2] = self.window.inner_size().into();
        if size.contains(&0) {
            return Ok(());
        }
        let mut input = self.input.take_egui_input(&self.window);
        input.viewports = std::iter::once((ViewportId::ROOT, self.info.clone())).collect();
        let is_closing = input.viewport().close_requested();
        self.info.events.clear();
        let Drawn { frame, platform, commands } = Frame::draw(&self.ctx, input, size, &mut self.draw);
        self.input.handle_platform_output_with_event_loop(&self.window, event_loop, platform);
        let damage = self.painter.update(&self.ctx, frame);
        self.frames = self.frames.saturating_add(1);
        self.mark_frame("first frame");
        let is_picture_lost = std::mem::take(&mut self.is_picture_lost);
        self.surface.show(&self.painter, size, &damage, is_picture_lost)?;
        self.mark_frame("on screen");

        let is_kept_open = self.obey(commands);
        if is_closing && !is_kept_open {
            event_loop.exit();
        }
        Ok(())
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
                Some(text) => egui::Event::Paste(text.replace("\r\n", "\n")),
                None => return,
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
