/** How much of somebody's attention we take, and when we are quiet. */
@NullMarked
package dev.vouch.nudge.etiquette;

import org.jspecify.annotations.NullMarked;
