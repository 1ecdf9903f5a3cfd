//! Areas that scroll: by wheel, by dragging anywhere, and by the keys that `ui::walk` hears.

use egui::scroll_area::{DragScroll, ScrollSource};
use egui::{AsIdSalt, Context, Id, Rect, ScrollArea, Ui, Vec2};

/// Where the keys go while nothing in the area has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scrolled {
    /// Here: this is what is read.
    Text,
    /// Elsewhere.
    Part,
}

/// What was known of an area when it was last drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sight {
    /// The area.
    pub(crate) id: Id,
    /// Where on the screen it is.
    pub(crate) rect: Rect,
    /// How far it is scrolled.
    pub(crate) offset: Vec2,
    /// How far it can be scrolled.
    pub(crate) most: Vec2,
    /// Whether it is what is read.
    pub(crate) is_text: bool,
}

/// The areas of one pass.
#[derive(Clone, Default)]
struct Sights {
    pass: u64,
    areas: Vec<Sight>,
}

/// Shows `area`, named `salt`, and takes the way that the keys asked it to go.
pub(crate) fn scrolled<R>(
    ui: &mut Ui,
    area: ScrollArea,
    salt: impl AsIdSalt,
    scrolled: Scrolled,
    add: impl FnOnce(&mut Ui) -> R,
) -> R {
    let id = ui.make_persistent_id(&salt);
    // The bar only shows where one is: it is too narrow for a finger. Touch screens that act like a mouse need dragging.
    let source = ScrollSource { drag: DragScroll::Always, scroll_bar: false, ..ScrollSource::default() };
    let mut area = area.id_salt(salt).scroll_source(source);
    if let Some(offset) = ui.data_mut(|data| data.remove_temp::<Vec2>(id.with(WISH))) {
        area = area.scroll_offset(offset);
    }
    let shown = area.show(ui, add);
    let sight = Sight {
        id,
        rect: shown.inner_rect,
        offset: shown.state.clamped_offset(),
        most: (shown.content_size - shown.inner_rect.size()).max(Vec2::ZERO),
        is_text: scrolled == Scrolled::Text,
    };
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| {
        let sights = data.get_temp_mut_or_default::<Sights>(Id::unique(SIGHTS));
        if sights.pass != pass {
            *sights = Sights { pass, areas: Vec::new() };
        }
        sights.areas.push(sight);
    });
    shown.inner
}

/// What was known of all areas when they were last drawn.
pub(crate) fn sights(ctx: &Context) -> Vec<Sight> {
    ctx.data(|data| data.get_temp::<Sights>(Id::unique(SIGHTS))).unwrap_or_default().areas
}

/// Asks the area `id` to be scrolled so far when it is drawn next.
pub(crate) fn scroll_to(ctx: &Context, id: Id, offset: Vec2) {
    ctx.data_mut(|data| data.insert_temp(id.with(WISH), offset));
}

const SIGHTS: &str = "areas that scroll";
const WISH: &str = "scroll to";
