/** What stands between us and a person or an account: goodwill, consent, ties, pauses. */
@NullMarked
package dev.vouch.advocate.relationship;

import org.jspecify.annotations.NullMarked;
