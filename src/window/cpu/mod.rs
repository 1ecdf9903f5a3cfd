//! A window painted on the processor: winit for the window and its input, the painter for the pixels, softbuffer to bring
//! them to the screen. Screen readers, input methods and the clipboard are egui's own, as with the graphics driver.

mod lock;
mod open_window;
mod ready;
mod redraw;
mod surface;
mod wake;

use std::thread::JoinHandle;
use std::time::Instant;

use egui::{Context, ViewportId};
use egui_winit::accesskit_winit;
use winit::application::ApplicationHandler;
use winit::event::{StartCause, WindowEvent};
use winit::event_loop::{ActiveEventLoop, ControlFlow, EventLoop, EventLoopProxy};
use winit::window::WindowId;

use self::lock::rules;
use self::open_window::OpenWindow;
use self::ready::Ready;
use self::wake::{Alarm, Wake};
use super::pulse::{Heart, Pulse};
use super::{Draw, WindowError, WindowOptions, display};

pub(super) fn run(
    options: &WindowOptions,
    pulse: Option<Pulse>,
    make: impl FnOnce(&Context) -> Draw + Send + 'static,
) -> Result<(), WindowError> {
    display::guard(|| {
        let ctx = Context::default();
        display::set_up(&ctx);
        if options.is_locked {
            rules::set_up(&ctx);
        }
        let ready = ready::begin(&ctx, make, options.mark);
        let event_loop = EventLoop::<Wake>::with_user_event().build().map_err(WindowError::failed)?;
        (options.mark)("window system");
        let proxy = event_loop.create_proxy();
        wake::on_repaint_request(&ctx, proxy.clone());
        let heart = pulse.map(|pulse| Heart::new(pulse, Instant::now()));
        let alarm = Alarm::default();
        let mut app = App { options, ready: Some(ready), ctx, proxy, alarm, heart, window: None, error: None };
        event_loop.run_app(&mut app).map_err(WindowError::failed)?;
        app.error.map_or(Ok(()), Err)
    })
}

/// What winit calls back.
struct App<'o> {
    options: &'o WindowOptions,
    ready: Option<JoinHandle<Ready>>,
    ctx: Context,
    proxy: EventLoopProxy<Wake>,
    alarm: Alarm,
    heart: Option<Heart>,
    /// The window and all that belongs to it, once there is one.
    window: Option<OpenWindow>,
    error: Option<WindowError>,
}

impl App<'_> {
    fn open(&mut self, event_loop: &ActiveEventLoop) -> Result<(), WindowError> {
        let Some(ready) = self.ready.take() else { return Ok(()) };
        let window = OpenWindow::open(event_loop, &self.ctx, self.options, self.proxy.clone(), ready)?;
        self.window = Some(window);
        Ok(())
    }

    /// Tells that the window lives, once it does, and says when it must be told again.
    fn beat(&mut self) -> Option<Instant> {
        let (heart, window) = (self.heart.as_mut()?, self.window.as_ref()?);
        heart.live(window.owes_a_frame(), Instant::now());
        Some(heart.next())
    }

    /// Passes a result on; a window that cannot go on is closed, and the reason kept.
    fn check(&mut self, event_loop: &ActiveEventLoop, result: Result<(), WindowError>) {
        if let Err(error) = result {
            self.error.get_or_insert(error);
            event_loop.exit();
        }
    }
}

impl ApplicationHandler<Wake> for App<'_> {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        let result = self.open(event_loop);
        self.check(event_loop, result);
    }

    fn new_events(&mut self, _event_loop: &ActiveEventLoop, _cause: StartCause) {
        if let Some(window) = &mut self.window
            && self.alarm.rings()
        {
            window.ask_for_frame();
        }
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, wake: Wake) {
        let Some(window) = &mut self.window else { return };
        match wake {
            // A request from before the last frame was fulfilled by it.
            Wake::Repaint { when, pass } if pass + 1 >= self.ctx.cumulative_pass_nr_for(ViewportId::ROOT) => {
                self.alarm.set(when.max(window.next_beat()));
                if self.alarm.rings() {
                    window.ask_for_frame();
                }
            }
            Wake::Repaint { .. } => (),
            Wake::Accesskit(accesskit_winit::Event { window_event, .. }) => window.on_accesskit_event(window_event),
            Wake::LockLost => {
                let reason = "the window of the kiosk was taken away, or cannot be kept on top any longer";
                self.check(event_loop, Err(WindowError::failed(reason)));
            }
        }
    }

    fn window_event(&mut self, event_loop: &ActiveEventLoop, _id: WindowId, event: WindowEvent) {
        let Some(window) = &mut self.window else { return };
        let result = window.on_event(event_loop, &event);
        self.check(event_loop, result);
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        if let Some(window) = self.window.as_mut().filter(|window| window.must_draw()) {
            let result = window.frame(event_loop);
            // Whatever that frame asked for is heard first; then it is due again.
            if window.must_draw() {
                self.alarm.set(window.next_beat());
            }
            self.check(event_loop, result);
        }
        let beat = self.beat();
        let wakes = self.alarm.next().into_iter().chain(beat).min();
        event_loop.set_control_flow(wakes.map_or(ControlFlow::Wait, ControlFlow::WaitUntil));
    }

    fn exiting(&mut self, _event_loop: &ActiveEventLoop) {
        // The window must be gone before the connection to the display is.
        self.window = None;
    }
}
