// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.desk.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A record that a posted body is read as. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Body {}
