/**
 * What the browser page talks to: its JSON, its live feed, its files, and the guard at the door.
 */
@NullMarked
package dev.vouch.sandbox.page;

import org.jspecify.annotations.NullMarked;
