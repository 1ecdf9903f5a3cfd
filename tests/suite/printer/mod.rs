//! Printing: what keywords and states mean, hostile answers, and a real CUPS with a virtual printer.

mod cups;
mod fake;
mod hostile;
mod judging;
mod keywords;
mod kiosk;
mod pages;
mod refusals;
mod setup;
mod standstill;
mod visit;
mod window;
