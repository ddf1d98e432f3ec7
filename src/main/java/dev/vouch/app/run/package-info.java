/** Vouch at work: its state, the workspaces that have it, and how their parts are put together. */
@NullMarked
package dev.vouch.app.run;

import org.jspecify.annotations.NullMarked;
