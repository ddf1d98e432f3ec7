/** Whom we might ask to speak with a buyer: what is looked for, who fits, and whose turn it is. */
@NullMarked
package dev.vouch.nudge.reference;

import org.jspecify.annotations.NullMarked;
