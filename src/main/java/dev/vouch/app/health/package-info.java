/** How the running app is, for those who operate it. */
@NullMarked
package dev.vouch.app.health;

import org.jspecify.annotations.NullMarked;
