/** How fast and how large Vouch is: figures that its users can measure again. */
@NullMarked
package dev.vouch.app.bench;

import org.jspecify.annotations.NullMarked;
