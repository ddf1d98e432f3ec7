/** Which gifts may be given to whom: rules by country, sector and role, and the register. */
@NullMarked
package dev.vouch.nudge.gift;

import org.jspecify.annotations.NullMarked;
