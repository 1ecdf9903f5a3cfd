//! What the administrator's part of [`update`](crate::state::update) does.

use super::{Admin, Door, Knock};
use crate::model::library::Library;
use crate::model::paper::Layout;
use crate::state::{AdminAction, AppState, GuideAction, Moment, PrintAction, guide, print};

/// Does what somebody asks for at the panel, or notes what was found out.
pub(crate) fn update(state: &mut AppState, library: &Library, action: AdminAction) {
    let now = state.now;
    if let AdminAction::Knock(knock) = action {
        return knock_at(state, library, knock);
    }
    let Some(admin) = &mut state.admin else { return };
    match action {
        AdminAction::Close => state.admin = None,
        AdminAction::Meet(answer) => admin.meet(answer, now),
        action => match &mut admin.door {
            Door::Pad(pad) => match action {
                AdminAction::Type(digit) => pad.type_digit(digit),
                AdminAction::Erase => pad.erase(),
                AdminAction::Submit => pad.submit(),
                _ => (),
            },
            Door::Inside(_) => inside(state, library, action),
            _ => (),
        },
    }
}

/// The panel opens on a kiosk alone, and over nothing that must not be covered.
fn knock_at(state: &mut AppState, library: &Library, knock: Knock) {
    let is_free =
        state.admin.is_none() && state.open_guide().is_none() && state.printing.is_none() && state.cover.is_none();
    if library.site.is_kiosk && is_free && state.knocks.add(knock, state.now) {
        state.admin = Some(Admin::open(state.now));
        state.sheet = None;
        state.is_section_list_open = false;
    }
}

fn inside(state: &mut AppState, library: &Library, action: AdminAction) {
    let Some(inside) = state.admin.as_mut().and_then(Admin::inside_mut) else { return };
    let was_leave_asked = std::mem::take(&mut inside.is_leave_asked);
    match action {
        AdminAction::MeetHealth(health) => {
            inside.health = Some(*health);
            inside.is_leave_asked = was_leave_asked;
        }
        AdminAction::LookAgain => inside.health = None,
        AdminAction::TestPrint => test_print(state, library),
        AdminAction::Practice => {
            state.admin = None;
            guide::update(state, library, GuideAction::Practice);
        }
        // What cannot be undone from here is asked for twice.
        AdminAction::Leave if was_leave_asked => {
            state.admin = Some(Admin { door: Door::Leaving, ..Admin::open(state.now) });
        }
        AdminAction::Leave => inside.is_leave_asked = true,
        _ => (),
    }
}

/// One page that shows whether printing works, on the ordinary page for printing: the poster of the overdose steps, which
/// nobody throws away. The panel is there again afterwards.
fn test_print(state: &mut AppState, library: &Library) {
    print::update(state, library, PrintAction::OpenSection);
    print::update(state, library, PrintAction::SetLayout(Layout::Poster));
}

/// Somebody is there.
pub(crate) fn touch(state: &mut AppState, now: Moment) {
    if let Some(admin) = &mut state.admin {
        admin.touch(now.max(state.now));
    }
}

/// Lets time go on.
pub(crate) fn set_now(state: &mut AppState) {
    let now = state.now;
    if state.admin.take_if(|admin| admin.is_left_alone(now)).is_some() {
        // So does what was opened over it.
        state.sheet = None;
    }
    if let Some(pad) = state.admin.as_mut().and_then(Admin::pad_mut) {
        pad.set_now(now);
    }
}

/// Somebody reads on: a door at which nobody got in closes.
pub(crate) fn close_unless_inside(state: &mut AppState) {
    state.admin.take_if(|admin| admin.inside().is_none());
}
