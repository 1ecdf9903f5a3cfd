//! Areas that scroll: by wheel, by dragging anywhere, and by the keys that `ui::walk` hears.

use egui::scroll_area::{DragScroll, ScrollSource};
use egui::{AsIdSalt, Context, Id, Pos2, Rect, ScrollArea, Ui, Vec2};

use super::following::{Drawn, follow, put_ring, take_ring};

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
    if let Some(offset) = take_wish(ui.ctx(), id) {
        area = area.scroll_offset(offset);
    }
    let around = take_ring(ui.ctx());
    let mut origin = Pos2::ZERO;
    let shown = area.show(ui, |ui| {
        origin = ui.max_rect().min;
        add(ui)
    });
    let sight = Sight {
        id,
        rect: shown.inner_rect,
        offset: shown.state.clamped_offset(),
        most: (shown.content_size - shown.inner_rect.size()).max(Vec2::ZERO),
        is_text: scrolled == Scrolled::Text,
    };
    let Sight { rect, offset, most, .. } = sight;
    let drawn = Drawn { id, rect, shift: rect.min - origin, offset, most };
    let ring = take_ring(ui.ctx());
    put_ring(ui.ctx(), follow(ui, &drawn, ring).or(around));
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

/// Asks the area `id` to be scrolled so far when it is drawn next, in this pass or in the one after it.
pub(crate) fn scroll_to(ctx: &Context, id: Id, offset: Vec2) {
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| data.insert_temp(id.with(WISH), (pass, offset)));
}

/// Where the area `id` was asked to go; an area that was away meanwhile begins anew.
fn take_wish(ctx: &Context, id: Id) -> Option<Vec2> {
    let pass = ctx.cumulative_pass_nr();
    let (asked, offset) = ctx.data_mut(|data| data.remove_temp::<(u64, Vec2)>(id.with(WISH)))?;
    (pass <= asked + 1).then_some(offset)
}

const SIGHTS: &str = "areas that scroll";
const WISH: &str = "scroll to";
