/** Gifts on their way: asked about, decided, approved, noted. */
@NullMarked
package dev.vouch.pipeline.gift;

import org.jspecify.annotations.NullMarked;
