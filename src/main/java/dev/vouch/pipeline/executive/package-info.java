/** Introductions to executives on their way: who is asked, what is sent, what came of it. */
@NullMarked
package dev.vouch.pipeline.executive;

import org.jspecify.annotations.NullMarked;
