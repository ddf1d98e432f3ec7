/** What to do about it: moments, the policy that decides, and the nudges that come of it. */
@NullMarked
package dev.vouch.nudge;

import org.jspecify.annotations.NullMarked;
