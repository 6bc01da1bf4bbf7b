//! Random histories of everything that the application does on its storage, each stopped at each of its
//! writes in each way: after the next start the device is as it was before or as it was to be.

mod bugs;
mod device;
mod layouts;
mod steps;
mod stops;
mod tabs;
