/** What people outside the company write to Vouch and press, and what comes of it. */
@NullMarked
package dev.vouch.pipeline.reply;

import org.jspecify.annotations.NullMarked;
