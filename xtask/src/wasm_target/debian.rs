//! The second way to the wasm target: Debian's compiler, and a standard library that it builds once.
//!
//! Nothing is written into `/usr`: a sysroot of our own, outside the clone, points to Debian's libraries for this
//! machine and holds ours for wasm, and a small script calls the compiler with it.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::TARGET;
use crate::{apt, process, project};

const RUSTC: &str = "/usr/bin/rustc";
const PACKAGES: [&str; 2] = ["rustc-web", "rust-web-src"];

/// Returns the stand-in for `rustc` and the linker for wasm.
pub(super) fn ensure() -> Result<(PathBuf, PathBuf)> {
    apt::ensure(&PACKAGES)?;
    let version = process::output(Command::new(RUSTC).arg("--version"))?;
    let number = version.split(' ').nth(1).context("rustc says no version")?;
    let folder = project::tools()?.join(format!("rustc-web-{number}"));
    let script = folder.join("rustc");
    let linker = rust_lld()?;
    // The script is written last: without it, what is there is the rest of an interrupted build.
    if script.is_file() {
        return Ok((script, linker));
    }
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    println!("   building the standard library for {TARGET} (a minute, once)");
    let libraries = build_std(&folder.join("build"))?;
    let sysroot = folder.join("sysroot");
    lay_sysroot(&sysroot, &libraries)?;
    let text = format!(
        "#!/bin/sh\nexec {RUSTC} --sysroot '{}' \"$@\"\n",
        sysroot.display()
    );
    let unfinished = folder.join("rustc.part");
    fs::write(&unfinished, text).context("writing the compiler's script")?;
    fs::set_permissions(&unfinished, fs::Permissions::from_mode(0o755))
        .context("making the script executable")?;
    fs::rename(&unfinished, &script).context("putting the script in place")?;
    Ok((script, linker))
}

/// Debian's package brings no linker for wasm; rustup's toolchain has one.
fn rust_lld() -> Result<PathBuf> {
    let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let host = host("rustc")?;
    let linker = Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(host)
        .join("bin/rust-lld");
    ensure!(linker.is_file(), "{} is missing", linker.display());
    Ok(linker)
}

fn host(rustc: &str) -> Result<String> {
    let about = process::output(Command::new(rustc).arg("-vV"))?;
    let host = about
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .context("rustc says no host")?;
    Ok(host.to_owned())
}

/// Builds the standard library from an empty crate; returns the folder of its `.rlib` files.
fn build_std(folder: &Path) -> Result<PathBuf> {
    fs::create_dir_all(folder.join("src")).with_context(|| format!("creating {}", folder.display()))?;
    let manifest = "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n";
    fs::write(folder.join("Cargo.toml"), manifest).context("writing an empty crate")?;
    fs::write(folder.join("src/lib.rs"), "#![no_std]\n").context("writing an empty crate")?;
    process::run(
        Command::new("cargo")
            .args([
                "build",
                "--release",
                "--target",
                TARGET,
                "-Zbuild-std=std,panic_abort,proc_macro",
            ])
            .current_dir(folder)
            .env("RUSTC", RUSTC)
            .env("RUSTC_BOOTSTRAP", "1")
            // Without bitcode in the libraries, a later build with link-time optimisation fails.
            .env("RUSTFLAGS", "-Cembed-bitcode=yes")
            .env("CARGO_TARGET_DIR", folder.join("target")),
    )?;
    Ok(folder.join("target").join(TARGET).join("release/deps"))
}

/// A sysroot that borrows everything of Debian's but the libraries for wasm.
fn lay_sysroot(sysroot: &Path, libraries: &Path) -> Result<()> {
    let wasm = sysroot.join("lib/rustlib").join(TARGET).join("lib");
    fs::create_dir_all(&wasm).with_context(|| format!("creating {}", wasm.display()))?;
    let original = process::output(Command::new(RUSTC).args(["--print", "sysroot"]))?;
    let host = host(RUSTC)?;
    let rustlib = Path::new(original.trim()).join("lib/rustlib").join(&host);
    symlink(rustlib, sysroot.join("lib/rustlib").join(&host)).context("borrowing the host's libraries")?;
    let mut copied = 0;
    for entry in fs::read_dir(libraries).with_context(|| format!("reading {}", libraries.display()))? {
        let path = entry?.path();
        let is_ours = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("libempty"));
        if path.extension().is_some_and(|extension| extension == "rlib") && !is_ours {
            let name = path.file_name().context("a library has a name")?;
            fs::copy(&path, wasm.join(name)).with_context(|| format!("copying {}", path.display()))?;
            copied += 1;
        }
    }
    ensure!(
        copied > 0,
        "the build of the standard library left nothing in {}",
        libraries.display()
    );
    Ok(())
}
