// SPDX-License-Identifier: Apache-2.0
import { begin } from "./subject.js";

begin("point");
