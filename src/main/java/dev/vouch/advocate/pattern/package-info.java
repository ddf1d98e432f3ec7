/** What a whole history tells that no single act does: whether a person acts for rewards. */
@NullMarked
package dev.vouch.advocate.pattern;

import org.jspecify.annotations.NullMarked;
