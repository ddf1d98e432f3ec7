/** A judgement of words alone, read where they stand: under whose message, with what shared. */
@NullMarked
package dev.vouch.classify.context;

import org.jspecify.annotations.NullMarked;
