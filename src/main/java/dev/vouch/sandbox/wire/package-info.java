/** What travels: JSON, HTTP calls and answers, and the errors of both. */
@NullMarked
package dev.vouch.sandbox.wire;

import org.jspecify.annotations.NullMarked;
