/** Where a person stands with us, and how loyal they are: read from evidence, never stored. */
@NullMarked
package dev.vouch.advocate.standing;

import org.jspecify.annotations.NullMarked;
