// Generated from sluice.proto by "npm run proto"; do not edit.
import * as $protobuf from "protobufjs";
import Long = require("long");

