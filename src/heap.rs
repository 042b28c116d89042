//! The allocator of the WebAssembly module. A scan makes thousands of small strings and lists and drops
//! them all at its end: blocks are kept by size and handed out again, which takes a few instructions.
//! Blocks are never joined; memory stays at what the largest page needed, in powers of two.

use std::alloc::{GlobalAlloc, Layout};
use std::cell::UnsafeCell;
use std::ptr::null_mut;

/// Up to here sizes are rounded up to a multiple of `STEP`, beyond to a power of two.
const SMALL: usize = 1024;
const STEP: usize = 16;
const CLASSES: usize = SMALL / STEP + 32;
/// Memory is asked of the browser in portions of at least so many of its pages.
const PORTION: usize = 16;
const PAGE: usize = 65536;

struct Heap(UnsafeCell<State>);

struct State {
    /// The first free block of each class; a free block holds the address of the next.
    free: [*mut u8; CLASSES],
    /// Memory not handed out yet: `[next, end)`.
    next: usize,
    end: usize,
}

// SAFETY: the module has one thread; WebAssembly without shared memory cannot have another.
unsafe impl Sync for Heap {}

#[global_allocator]
static HEAP: Heap = Heap(UnsafeCell::new(State { free: [null_mut(); CLASSES], next: 0, end: 0 }));

/// The class of a size, and the size of its blocks. Sizes near the end of the address space have none.
fn class(size: usize) -> Option<(usize, usize)> {
    if size <= SMALL {
        let steps = size.div_ceil(STEP).max(1);
        return Some((steps - 1, steps * STEP));
    }
    let block = size.checked_next_power_of_two()?;
    Some((SMALL / STEP + block.trailing_zeros() as usize, block))
}

impl State {
    /// Cuts a block off the memory not handed out yet; null where the browser gives no more.
    fn cut(&mut self, size: usize, align: usize) -> *mut u8 {
        let mut start = self.next.next_multiple_of(align);
        if start.checked_add(size).is_none_or(|end| end > self.end) {
            let pages = (size + align).div_ceil(PAGE).max(PORTION);
            let before = core::arch::wasm32::memory_grow::<0>(pages);
            if before == usize::MAX {
                return null_mut();
            }
            let from = before * PAGE;
            // a new portion that does not follow on the last leaves what is left of that unused
            start = if from == self.end { start } else { from.next_multiple_of(align) };
            self.end = from + pages * PAGE;
        }
        self.next = start + size;
        start as *mut u8
    }
}

// SAFETY: a block is in a free list or handed out, never both; blocks of a class are all of its size, which
// is no less than was asked for, and begin at multiples of `STEP` or of the greater alignment asked for.
unsafe impl GlobalAlloc for Heap {
    // not copied into each of thousands of callers
    #[inline(never)]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let state = unsafe { &mut *self.0.get() };
        let Some((class, size)) = class(layout.size()) else { return null_mut() };
        let first = state.free[class];
        if first.is_null() || layout.align() > STEP {
            return state.cut(size, layout.align().max(STEP));
        }
        state.free[class] = unsafe { first.cast::<*mut u8>().read() };
        first
    }

    #[inline(never)]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        let state = unsafe { &mut *self.0.get() };
        if let Some((class, _)) = class(layout.size()) {
            unsafe { block.cast::<*mut u8>().write(state.free[class]) };
            state.free[class] = block;
        }
    }

    #[inline(never)]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let (old, new) = (class(layout.size()), class(size));
        if old.is_some() && old == new {
            return block;
        }
        // what was cut off last can grow where it stands
        if let (Some((_, old)), Some((_, new))) = (old, new) {
            let state = unsafe { &mut *self.0.get() };
            if block as usize + old == state.next && block as usize + new <= state.end && new > old {
                state.next = block as usize + new;
                return block;
            }
        }
        let moved = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if !moved.is_null() {
            unsafe {
                std::ptr::copy_nonoverlapping(block, moved, size.min(layout.size()));
                self.dealloc(block, layout);
            }
        }
        moved
    }
}
