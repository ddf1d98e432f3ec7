/** The Web API: each method family, its faults on demand and its journal of calls. */
@NullMarked
package dev.vouch.sandbox.api;

import org.jspecify.annotations.NullMarked;
