//! What a locked window hears, and what it does of what is asked of it.

use egui::{Context, PlatformOutput, ViewportCommand};
use winit::event::WindowEvent;

/// Takes from egui every key that ends the program.
pub(in crate::window::cpu) fn set_up(ctx: &Context) {
    ctx.options_mut(|egui| egui.quit_shortcuts.clear());
}

/// Whether a locked window hears of `event`: files that somebody drops on it, and fingers that would make it larger, are no
/// business of a reader.
pub(in crate::window::cpu) fn hears(event: &WindowEvent) -> bool {
    !matches!(
        event,
        WindowEvent::HoveredFile(_)
            | WindowEvent::HoveredFileCancelled
            | WindowEvent::DroppedFile(_)
            | WindowEvent::PinchGesture { .. }
    )
}

/// Takes from what a frame asks of the desktop: no link is opened, and the next reader finds nothing to paste.
pub(in crate::window::cpu) fn restrict_output(output: &mut PlatformOutput) {
    output.commands.clear();
}

/// Takes from what a frame asks of the window all that would move it, hide it or reach for the clipboard, and says whether it
/// asks to leave.
pub(in crate::window::cpu) fn restrict_commands(commands: &mut Vec<ViewportCommand>) -> bool {
    let is_leaving = commands.contains(&ViewportCommand::Close);
    commands.retain(|command| {
        matches!(
            command,
            ViewportCommand::Title(_)
                | ViewportCommand::CursorVisible(_)
                | ViewportCommand::IMEAllowed(_)
                | ViewportCommand::IMEPurpose(_)
                | ViewportCommand::IMERect(_)
                | ViewportCommand::Screenshot(_)
                | ViewportCommand::SetTheme(_)
        )
    });
    is_leaving
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use egui::{Event, Key, Modifiers, OutputCommand, RawInput, vec2};

    use super::*;

    #[test]
    fn no_key_of_eguis_own_asks_to_leave() {
        let ctx = Context::default();
        let commands = |ctx: &Context| {
            let key = Event::Key {
                key: Key::Q,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::COMMAND | Modifiers::CTRL,
            };
            let mut output = ctx.run_ui(RawInput { events: vec![key], ..RawInput::default() }, |_| ());
            // Nothing is painted here.
            output.textures_delta.clear();
            output.viewport_output.into_values().flat_map(|viewport| viewport.commands).collect::<Vec<_>>()
        };
        assert!(commands(&ctx).contains(&ViewportCommand::Close), "egui has such a key");
        set_up(&ctx);
        assert_eq!(commands(&ctx), []);
    }

    #[test]
    fn a_frame_may_ask_to_leave_and_for_nothing_that_moves_or_hides_the_window_or_reads_the_clipboard() {
        let mut commands = vec![
            ViewportCommand::Title("Careshelf".to_owned()),
            ViewportCommand::Minimized(true),
            ViewportCommand::Fullscreen(false),
            ViewportCommand::Visible(false),
            ViewportCommand::InnerSize(vec2(10.0, 10.0)),
            ViewportCommand::StartDrag,
            ViewportCommand::RequestCopy,
            ViewportCommand::RequestCut,
            ViewportCommand::RequestPaste,
            ViewportCommand::CancelClose,
        ];
        assert!(!restrict_commands(&mut commands));
        assert_eq!(commands, [ViewportCommand::Title("Careshelf".to_owned())]);
        commands.push(ViewportCommand::Close);
        assert!(restrict_commands(&mut commands));
    }

    #[test]
    fn nothing_is_copied_and_no_link_is_opened() {
        let mut output = PlatformOutput::default();
        output.commands.push(OutputCommand::CopyText("kept from the next reader".to_owned()));
        output.commands.push(OutputCommand::OpenUrl(egui::OpenUrl::new_tab("https://example.org")));
        restrict_output(&mut output);
        assert!(output.commands.is_empty());
    }

    #[test]
    fn a_dropped_file_is_not_heard_of_and_a_request_to_close_is() {
        assert!(!hears(&WindowEvent::DroppedFile(PathBuf::from("list.txt"))));
        assert!(!hears(&WindowEvent::HoveredFile(PathBuf::from("list.txt"))));
        assert!(hears(&WindowEvent::CloseRequested));
    }
}
