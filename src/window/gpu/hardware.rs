//! Whether this machine may have graphics hardware, from what the system says without loading any driver.

use std::fs;
use std::path::Path;

/// Whether a graphics driver is worth loading. Only Linux says it so cheaply; elsewhere one is always there.
pub(in crate::window) fn may_be_there() -> bool {
    !cfg!(target_os = "linux") || (!is_software_asked_for() && has_device())
}

/// Mesa's own switch.
fn is_software_asked_for() -> bool {
    std::env::var("LIBGL_ALWAYS_SOFTWARE").is_ok_and(|value| matches!(value.as_str(), "1" | "true" | "yes" | "y"))
}

/// A device that renders: the kernel's, NVIDIA's own, or Windows' under Linux.
fn has_device() -> bool {
    let renders = |name: &str| name.starts_with("renderD");
    let devices = fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    devices.into_iter().any(|device| device.file_name().to_str().is_some_and(renders))
        || ["/dev/nvidia0", "/dev/dxg"].iter().any(|path| Path::new(path).exists())
}
