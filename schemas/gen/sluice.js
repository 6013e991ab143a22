// Generated from sluice.proto by "npm run proto"; do not edit.
/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $Number = $util.global.Number, $String = $util.global.String, $Array = $util.global.Array, $parseInt = $util.global.parseInt, $BigInt = $util.global.BigInt, $Boolean = $util.global.Boolean, $isFinite = $util.global.isFinite;

const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const sluice = $root.sluice = (() => {

    const sluice = {};

    sluice.v1 = (function() {

        const v1 = {};

        v1.Stored = (function() {

            const Stored = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Stored.prototype.version = 0;
            Stored.prototype.type = "";
            Stored.prototype.body = $util.newBuffer([]);

            Stored.create = function(properties) {
                return new Stored(properties);
            };

            Stored.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                    writer.uint32(8).uint32(message.version);
                if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                    writer.uint32(18).string(message.type);
                if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                    writer.uint32(26).bytes(message.body);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Stored.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.Stored();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.type = value;
                            else
                                delete message.type;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.body = value;
                            else
                                delete message.body;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Stored.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    if (!$util.isInteger(message.version))
                        return "version: integer expected";
                if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                    if (!$util.isString(message.type))
                        return "type: string expected";
                if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                    if (!(message.body && typeof message.body.length === "number" || $util.isString(message.body)))
                        return "body: buffer expected";
                return null;
            };

            Stored.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Stored)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Stored: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Stored();
                if (object.version != null)
                    if ($Number(object.version) !== 0)
                        message.version = object.version >>> 0;
                if (object.type != null)
                    if (typeof object.type !== "string" || object.type.length)
                        message.type = $String(object.type);
                if (object.body != null)
                    if (object.body.length)
                        if (typeof object.body === "string")
                            $util.base64.decode(object.body, message.body = $util.newBuffer($util.base64.length(object.body)), 0);
                        else if (object.body.length >= 0)
                            message.body = object.body;
                return message;
            };

            Stored.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.version = 0;
                    object.type = "";
                    if (options.bytes === $String)
                        object.body = "";
                    else {
                        object.body = [];
                        if (options.bytes !== $Array)
                            object.body = $util.newBuffer(object.body);
                    }
                }
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    object.version = message.version;
                if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                    object.type = message.type;
                if (message.body != null && $Object.hasOwnProperty.call(message, "body"))
                    object.body = options.bytes === $String ? $util.base64.encode(message.body, 0, message.body.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.body) : message.body;
                return object;
            };

            Stored.prototype.toJSON = function() {
                return Stored.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Stored;
        })();

        v1.StringList = (function() {

            const StringList = function (properties) {
                this.values = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StringList.prototype.values = $util.emptyArray;

            StringList.create = function(properties) {
                return new StringList(properties);
            };

            StringList.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.values != null && message.values.length)
                    for (let i = 0; i < message.values.length; ++i)
                        writer.uint32(10).string(message.values[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StringList.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.StringList();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.values && message.values.length))
                                message.values = [];
                            message.values.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            StringList.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.values != null && $Object.hasOwnProperty.call(message, "values")) {
                    if (!$Array.isArray(message.values))
                        return "values: array expected";
                    for (let i = 0; i < message.values.length; ++i)
                        if (!$util.isString(message.values[i]))
                            return "values: string[] expected";
                }
                return null;
            };

            StringList.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.StringList)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.StringList: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.StringList();
                if (object.values) {
                    if (!$Array.isArray(object.values))
                        throw $TypeError(".sluice.v1.StringList.values: array expected");
                    message.values = $Array(object.values.length);
                    for (let i = 0; i < object.values.length; ++i)
                        message.values[i] = $String(object.values[i]);
                }
                return message;
            };

            StringList.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.values = [];
                if (message.values && message.values.length) {
                    object.values = $Array(message.values.length);
                    for (let j = 0; j < message.values.length; ++j)
                        object.values[j] = message.values[j];
                }
                return object;
            };

            StringList.prototype.toJSON = function() {
                return StringList.toObject(this, $protobuf.util.toJSONOptions);
            };

            return StringList;
        })();

        v1.Endpoint = (function() {

            const Endpoint = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Endpoint.prototype.address = "";
            Endpoint.prototype.port = 0;

            Endpoint.create = function(properties) {
                return new Endpoint(properties);
            };

            Endpoint.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(10).string(message.address);
                if (message.port != null && $Object.hasOwnProperty.call(message, "port") && message.port !== 0)
                    writer.uint32(16).uint32(message.port);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Endpoint.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.Endpoint();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.port = value;
                            else
                                delete message.port;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Endpoint.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    if (!$util.isString(message.address))
                        return "address: string expected";
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    if (!$util.isInteger(message.port))
                        return "port: integer expected";
                return null;
            };

            Endpoint.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Endpoint)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Endpoint: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Endpoint();
                if (object.address != null)
                    if (typeof object.address !== "string" || object.address.length)
                        message.address = $String(object.address);
                if (object.port != null)
                    if ($Number(object.port) !== 0)
                        message.port = object.port >>> 0;
                return message;
            };

            Endpoint.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.address = "";
                    object.port = 0;
                }
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    object.address = message.address;
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    object.port = message.port;
                return object;
            };

            Endpoint.prototype.toJSON = function() {
                return Endpoint.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Endpoint;
        })();

        v1.CarriedAddress = (function() {

            const CarriedAddress = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CarriedAddress.prototype.address = "";
            CarriedAddress.prototype["interface"] = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CarriedAddress.prototype, "_interface", {
                get: $util.oneOfGetter($oneOfFields = ["interface"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            CarriedAddress.create = function(properties) {
                return new CarriedAddress(properties);
            };

            CarriedAddress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(10).string(message.address);
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface"))
                    writer.uint32(18).string(message["interface"]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            CarriedAddress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.CarriedAddress();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message["interface"] = reader.stringVerify();
                            message._interface = "interface";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            CarriedAddress.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    if (!$util.isString(message.address))
                        return "address: string expected";
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface")) {
                    properties._interface = 1;
                    if (!$util.isString(message["interface"]))
                        return "interface: string expected";
                }
                return null;
            };

            CarriedAddress.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.CarriedAddress)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.CarriedAddress: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.CarriedAddress();
                if (object.address != null)
                    if (typeof object.address !== "string" || object.address.length)
                        message.address = $String(object.address);
                if (object["interface"] != null)
                    message["interface"] = $String(object["interface"]);
                return message;
            };

            CarriedAddress.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.address = "";
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    object.address = message.address;
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface"))
                    object["interface"] = message["interface"];
                return object;
            };

            CarriedAddress.prototype.toJSON = function() {
                return CarriedAddress.toObject(this, $protobuf.util.toJSONOptions);
            };

            return CarriedAddress;
        })();

        v1.PlanRef = (function() {

            const PlanRef = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PlanRef.prototype.cluster = "";
            PlanRef.prototype.generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PlanRef.prototype.digest = "";

            PlanRef.create = function(properties) {
                return new PlanRef(properties);
            };

            PlanRef.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(10).string(message.cluster);
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation") && (typeof message.generation === "object" ? message.generation.low || message.generation.high : message.generation !== 0))
                    writer.uint32(16).uint64(message.generation);
                if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest !== "")
                    writer.uint32(26).string(message.digest);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PlanRef.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.PlanRef();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.generation = value;
                            else
                                delete message.generation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.digest = value;
                            else
                                delete message.digest;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PlanRef.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    if (!$util.isString(message.cluster))
                        return "cluster: string expected";
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation"))
                    if (!$util.isInteger(message.generation) && !(message.generation && $util.isInteger(message.generation.low) && $util.isInteger(message.generation.high)))
                        return "generation: integer|Long expected";
                if (message.digest != null && $Object.hasOwnProperty.call(message, "digest"))
                    if (!$util.isString(message.digest))
                        return "digest: string expected";
                return null;
            };

            PlanRef.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.PlanRef)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.PlanRef: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.PlanRef();
                if (object.cluster != null)
                    if (typeof object.cluster !== "string" || object.cluster.length)
                        message.cluster = $String(object.cluster);
                if (object.generation != null)
                    if (typeof object.generation === "object" ? object.generation.low || object.generation.high : $Number(object.generation) !== 0)
                        if ($util.Long)
                            message.generation = $util.Long.fromValue(object.generation, true);
                        else if (typeof object.generation === "string")
                            message.generation = $parseInt(object.generation, 10);
                        else if (typeof object.generation === "number")
                            message.generation = object.generation;
                        else if (typeof object.generation === "object")
                            message.generation = new $util.LongBits(object.generation.low >>> 0, object.generation.high >>> 0).toNumber(true);
                if (object.digest != null)
                    if (typeof object.digest !== "string" || object.digest.length)
                        message.digest = $String(object.digest);
                return message;
            };

            PlanRef.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.cluster = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.digest = "";
                }
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    object.cluster = message.cluster;
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.generation = typeof message.generation === "number" ? $BigInt(message.generation) : $util.Long.fromBits(message.generation.low >>> 0, message.generation.high >>> 0, true).toBigInt();
                    else if (typeof message.generation === "number")
                        object.generation = options.longs === $String ? $String(message.generation) : message.generation;
                    else
                        object.generation = options.longs === $String ? $util.Long.prototype.toString.call(message.generation) : options.longs === $Number ? new $util.LongBits(message.generation.low >>> 0, message.generation.high >>> 0).toNumber(true) : message.generation;
                if (message.digest != null && $Object.hasOwnProperty.call(message, "digest"))
                    object.digest = message.digest;
                return object;
            };

            PlanRef.prototype.toJSON = function() {
                return PlanRef.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PlanRef;
        })();

        v1.Metadata = (function() {

            const Metadata = function (properties) {
                this.labels = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Metadata.prototype.name = "";
            Metadata.prototype.labels = $util.emptyObject;

            Metadata.create = function(properties) {
                return new Metadata(properties);
            };

            Metadata.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                    for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
                        writer.uint32(18).fork().uint32(10).string(keys[i]).uint32(18).string(message.labels[keys[i]]).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Metadata.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.Metadata();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (message.labels === $util.emptyObject)
                                message.labels = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.labels, key);
                            message.labels[key] = value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Metadata.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    if (!$util.isString(message.name))
                        return "name: string expected";
                if (message.labels != null && $Object.hasOwnProperty.call(message, "labels")) {
                    if (!$util.isObject(message.labels))
                        return "labels: object expected";
                    let key = $Object.keys(message.labels);
                    for (let i = 0; i < key.length; ++i)
                        if (!$util.isString(message.labels[key[i]]))
                            return "labels: string{k:string} expected";
                }
                return null;
            };

            Metadata.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Metadata)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Metadata: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Metadata();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.labels) {
                    if (!$util.isObject(object.labels))
                        throw $TypeError(".sluice.v1.Metadata.labels: object expected");
                    message.labels = {};
                    for (let keys = $Object.keys(object.labels), i = 0; i < keys.length; ++i) {
                        if (keys[i] === "__proto__")
                            $util.makeProp(message.labels, keys[i]);
                        message.labels[keys[i]] = $String(object.labels[keys[i]]);
                    }
                }
                return message;
            };

            Metadata.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.objects || options.defaults)
                    object.labels = {};
                if (options.defaults)
                    object.name = "";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                let keys2;
                if (message.labels && (keys2 = $Object.keys(message.labels)).length) {
                    object.labels = {};
                    for (let j = 0; j < keys2.length; ++j) {
                        if (keys2[j] === "__proto__")
                            $util.makeProp(object.labels, keys2[j]);
                        object.labels[keys2[j]] = message.labels[keys2[j]];
                    }
                }
                return object;
            };

            Metadata.prototype.toJSON = function() {
                return Metadata.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Metadata;
        })();

        v1.Resource = (function() {

            const Resource = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Resource.prototype.apiVersion = "";
            Resource.prototype.metadata = null;
            Resource.prototype.cluster = null;
            Resource.prototype.node = null;
            Resource.prototype.vrrpInstance = null;
            Resource.prototype.localAddressPool = null;
            Resource.prototype.virtualService = null;
            Resource.prototype.realServer = null;

            let $oneOfFields;

            $Object.defineProperty(Resource.prototype, "spec", {
                get: $util.oneOfGetter($oneOfFields = ["cluster", "node", "vrrpInstance", "localAddressPool", "virtualService", "realServer"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Resource.create = function(properties) {
                return new Resource(properties);
            };

            Resource.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.apiVersion != null && $Object.hasOwnProperty.call(message, "apiVersion") && message.apiVersion !== "")
                    writer.uint32(10).string(message.apiVersion);
                if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata"))
                    $root.sluice.v1.Metadata.encode(message.metadata, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    $root.sluice.v1.ClusterSpec.encode(message.cluster, writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    $root.sluice.v1.NodeSpec.encode(message.node, writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.vrrpInstance != null && $Object.hasOwnProperty.call(message, "vrrpInstance"))
                    $root.sluice.v1.VrrpInstanceSpec.encode(message.vrrpInstance, writer.uint32(98).fork(), _depth + 1).ldelim();
                if (message.localAddressPool != null && $Object.hasOwnProperty.call(message, "localAddressPool"))
                    $root.sluice.v1.LocalAddressPoolSpec.encode(message.localAddressPool, writer.uint32(106).fork(), _depth + 1).ldelim();
                if (message.virtualService != null && $Object.hasOwnProperty.call(message, "virtualService"))
                    $root.sluice.v1.VirtualServiceSpec.encode(message.virtualService, writer.uint32(114).fork(), _depth + 1).ldelim();
                if (message.realServer != null && $Object.hasOwnProperty.call(message, "realServer"))
                    $root.sluice.v1.RealServerSpec.encode(message.realServer, writer.uint32(122).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Resource.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.Resource();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.apiVersion = value;
                            else
                                delete message.apiVersion;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.metadata = $root.sluice.v1.Metadata.decode(reader, reader.size(), $undefined, _depth + 1, message.metadata);
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.cluster = $root.sluice.v1.ClusterSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.cluster);
                            message.spec = "cluster";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.node = $root.sluice.v1.NodeSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.node);
                            message.spec = "node";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.vrrpInstance = $root.sluice.v1.VrrpInstanceSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.vrrpInstance);
                            message.spec = "vrrpInstance";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.localAddressPool = $root.sluice.v1.LocalAddressPoolSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.localAddressPool);
                            message.spec = "localAddressPool";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.virtualService = $root.sluice.v1.VirtualServiceSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.virtualService);
                            message.spec = "virtualService";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.realServer = $root.sluice.v1.RealServerSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.realServer);
                            message.spec = "realServer";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Resource.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.apiVersion != null && $Object.hasOwnProperty.call(message, "apiVersion"))
                    if (!$util.isString(message.apiVersion))
                        return "apiVersion: string expected";
                if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata")) {
                    let error = $root.sluice.v1.Metadata.verify(message.metadata, _depth + 1);
                    if (error)
                        return "metadata." + error;
                }
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster")) {
                    properties.spec = 1;
                    {
                        let error = $root.sluice.v1.ClusterSpec.verify(message.cluster, _depth + 1);
                        if (error)
                            return "cluster." + error;
                    }
                }
                if (message.node != null && $Object.hasOwnProperty.call(message, "node")) {
                    if (properties.spec === 1)
                        return "spec: multiple values";
                    properties.spec = 1;
                    {
                        let error = $root.sluice.v1.NodeSpec.verify(message.node, _depth + 1);
                        if (error)
                            return "node." + error;
                    }
                }
                if (message.vrrpInstance != null && $Object.hasOwnProperty.call(message, "vrrpInstance")) {
                    if (properties.spec === 1)
                        return "spec: multiple values";
                    properties.spec = 1;
                    {
                        let error = $root.sluice.v1.VrrpInstanceSpec.verify(message.vrrpInstance, _depth + 1);
                        if (error)
                            return "vrrpInstance." + error;
                    }
                }
                if (message.localAddressPool != null && $Object.hasOwnProperty.call(message, "localAddressPool")) {
                    if (properties.spec === 1)
                        return "spec: multiple values";
                    properties.spec = 1;
                    {
                        let error = $root.sluice.v1.LocalAddressPoolSpec.verify(message.localAddressPool, _depth + 1);
                        if (error)
                            return "localAddressPool." + error;
                    }
                }
                if (message.virtualService != null && $Object.hasOwnProperty.call(message, "virtualService")) {
                    if (properties.spec === 1)
                        return "spec: multiple values";
                    properties.spec = 1;
                    {
                        let error = $root.sluice.v1.VirtualServiceSpec.verify(message.virtualService, _depth + 1);
                        if (error)
                            return "virtualService." + error;
                    }
                }
                if (message.realServer != null && $Object.hasOwnProperty.call(message, "realServer")) {
                    if (properties.spec === 1)
                        return "spec: multiple values";
                    properties.spec = 1;
                    {
                        let error = $root.sluice.v1.RealServerSpec.verify(message.realServer, _depth + 1);
                        if (error)
                            return "realServer." + error;
                    }
                }
                return null;
            };

            Resource.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Resource)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Resource: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Resource();
                if (object.apiVersion != null)
                    if (typeof object.apiVersion !== "string" || object.apiVersion.length)
                        message.apiVersion = $String(object.apiVersion);
                if (object.metadata != null) {
                    if (!$util.isObject(object.metadata))
                        throw $TypeError(".sluice.v1.Resource.metadata: object expected");
                    message.metadata = $root.sluice.v1.Metadata.fromObject(object.metadata, _depth + 1);
                }
                if (object.cluster != null) {
                    if (!$util.isObject(object.cluster))
                        throw $TypeError(".sluice.v1.Resource.cluster: object expected");
                    message.cluster = $root.sluice.v1.ClusterSpec.fromObject(object.cluster, _depth + 1);
                }
                if (object.node != null) {
                    if (!$util.isObject(object.node))
                        throw $TypeError(".sluice.v1.Resource.node: object expected");
                    message.node = $root.sluice.v1.NodeSpec.fromObject(object.node, _depth + 1);
                }
                if (object.vrrpInstance != null) {
                    if (!$util.isObject(object.vrrpInstance))
                        throw $TypeError(".sluice.v1.Resource.vrrpInstance: object expected");
                    message.vrrpInstance = $root.sluice.v1.VrrpInstanceSpec.fromObject(object.vrrpInstance, _depth + 1);
                }
                if (object.localAddressPool != null) {
                    if (!$util.isObject(object.localAddressPool))
                        throw $TypeError(".sluice.v1.Resource.localAddressPool: object expected");
                    message.localAddressPool = $root.sluice.v1.LocalAddressPoolSpec.fromObject(object.localAddressPool, _depth + 1);
                }
                if (object.virtualService != null) {
                    if (!$util.isObject(object.virtualService))
                        throw $TypeError(".sluice.v1.Resource.virtualService: object expected");
                    message.virtualService = $root.sluice.v1.VirtualServiceSpec.fromObject(object.virtualService, _depth + 1);
                }
                if (object.realServer != null) {
                    if (!$util.isObject(object.realServer))
                        throw $TypeError(".sluice.v1.Resource.realServer: object expected");
                    message.realServer = $root.sluice.v1.RealServerSpec.fromObject(object.realServer, _depth + 1);
                }
                return message;
            };

            Resource.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.apiVersion = "";
                    object.metadata = null;
                }
                if (message.apiVersion != null && $Object.hasOwnProperty.call(message, "apiVersion"))
                    object.apiVersion = message.apiVersion;
                if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata"))
                    object.metadata = $root.sluice.v1.Metadata.toObject(message.metadata, options, _depth + 1);
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster")) {
                    object.cluster = $root.sluice.v1.ClusterSpec.toObject(message.cluster, options, _depth + 1);
                    if (options.oneofs)
                        object.spec = "cluster";
                }
                if (message.node != null && $Object.hasOwnProperty.call(message, "node")) {
                    object.node = $root.sluice.v1.NodeSpec.toObject(message.node, options, _depth + 1);
                    if (options.oneofs)
                        object.spec = "node";
                }
                if (message.vrrpInstance != null && $Object.hasOwnProperty.call(message, "vrrpInstance")) {
                    object.vrrpInstance = $root.sluice.v1.VrrpInstanceSpec.toObject(message.vrrpInstance, options, _depth + 1);
                    if (options.oneofs)
                        object.spec = "vrrpInstance";
                }
                if (message.localAddressPool != null && $Object.hasOwnProperty.call(message, "localAddressPool")) {
                    object.localAddressPool = $root.sluice.v1.LocalAddressPoolSpec.toObject(message.localAddressPool, options, _depth + 1);
                    if (options.oneofs)
                        object.spec = "localAddressPool";
                }
                if (message.virtualService != null && $Object.hasOwnProperty.call(message, "virtualService")) {
                    object.virtualService = $root.sluice.v1.VirtualServiceSpec.toObject(message.virtualService, options, _depth + 1);
                    if (options.oneofs)
                        object.spec = "virtualService";
                }
                if (message.realServer != null && $Object.hasOwnProperty.call(message, "realServer")) {
                    object.realServer = $root.sluice.v1.RealServerSpec.toObject(message.realServer, options, _depth + 1);
                    if (options.oneofs)
                        object.spec = "realServer";
                }
                return object;
            };

            Resource.prototype.toJSON = function() {
                return Resource.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Resource;
        })();

        v1.ClusterSpec = (function() {

            const ClusterSpec = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ClusterSpec.prototype.dataplane = "";
            ClusterSpec.prototype.highAvailability = "";
            ClusterSpec.prototype.connectionSync = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ClusterSpec.prototype, "_connectionSync", {
                get: $util.oneOfGetter($oneOfFields = ["connectionSync"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            ClusterSpec.create = function(properties) {
                return new ClusterSpec(properties);
            };

            ClusterSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.dataplane != null && $Object.hasOwnProperty.call(message, "dataplane") && message.dataplane !== "")
                    writer.uint32(10).string(message.dataplane);
                if (message.highAvailability != null && $Object.hasOwnProperty.call(message, "highAvailability") && message.highAvailability !== "")
                    writer.uint32(18).string(message.highAvailability);
                if (message.connectionSync != null && $Object.hasOwnProperty.call(message, "connectionSync"))
                    $root.sluice.v1.ConnectionSyncSpec.encode(message.connectionSync, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ClusterSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.ClusterSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.dataplane = value;
                            else
                                delete message.dataplane;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.highAvailability = value;
                            else
                                delete message.highAvailability;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.connectionSync = $root.sluice.v1.ConnectionSyncSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.connectionSync);
                            message._connectionSync = "connectionSync";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ClusterSpec.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.dataplane != null && $Object.hasOwnProperty.call(message, "dataplane"))
                    if (!$util.isString(message.dataplane))
                        return "dataplane: string expected";
                if (message.highAvailability != null && $Object.hasOwnProperty.call(message, "highAvailability"))
                    if (!$util.isString(message.highAvailability))
                        return "highAvailability: string expected";
                if (message.connectionSync != null && $Object.hasOwnProperty.call(message, "connectionSync")) {
                    properties._connectionSync = 1;
                    {
                        let error = $root.sluice.v1.ConnectionSyncSpec.verify(message.connectionSync, _depth + 1);
                        if (error)
                            return "connectionSync." + error;
                    }
                }
                return null;
            };

            ClusterSpec.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ClusterSpec)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ClusterSpec: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ClusterSpec();
                if (object.dataplane != null)
                    if (typeof object.dataplane !== "string" || object.dataplane.length)
                        message.dataplane = $String(object.dataplane);
                if (object.highAvailability != null)
                    if (typeof object.highAvailability !== "string" || object.highAvailability.length)
                        message.highAvailability = $String(object.highAvailability);
                if (object.connectionSync != null) {
                    if (!$util.isObject(object.connectionSync))
                        throw $TypeError(".sluice.v1.ClusterSpec.connectionSync: object expected");
                    message.connectionSync = $root.sluice.v1.ConnectionSyncSpec.fromObject(object.connectionSync, _depth + 1);
                }
                return message;
            };

            ClusterSpec.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.dataplane = "";
                    object.highAvailability = "";
                }
                if (message.dataplane != null && $Object.hasOwnProperty.call(message, "dataplane"))
                    object.dataplane = message.dataplane;
                if (message.highAvailability != null && $Object.hasOwnProperty.call(message, "highAvailability"))
                    object.highAvailability = message.highAvailability;
                if (message.connectionSync != null && $Object.hasOwnProperty.call(message, "connectionSync"))
                    object.connectionSync = $root.sluice.v1.ConnectionSyncSpec.toObject(message.connectionSync, options, _depth + 1);
                return object;
            };

            ClusterSpec.prototype.toJSON = function() {
                return ClusterSpec.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ClusterSpec;
        })();

        v1.ConnectionSyncSpec = (function() {

            const ConnectionSyncSpec = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConnectionSyncSpec.prototype["interface"] = "";

            ConnectionSyncSpec.create = function(properties) {
                return new ConnectionSyncSpec(properties);
            };

            ConnectionSyncSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface") && message["interface"] !== "")
                    writer.uint32(10).string(message["interface"]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ConnectionSyncSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.ConnectionSyncSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message["interface"] = value;
                            else
                                delete message["interface"];
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ConnectionSyncSpec.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface"))
                    if (!$util.isString(message["interface"]))
                        return "interface: string expected";
                return null;
            };

            ConnectionSyncSpec.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ConnectionSyncSpec)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ConnectionSyncSpec: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ConnectionSyncSpec();
                if (object["interface"] != null)
                    if (typeof object["interface"] !== "string" || object["interface"].length)
                        message["interface"] = $String(object["interface"]);
                return message;
            };

            ConnectionSyncSpec.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object["interface"] = "";
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface"))
                    object["interface"] = message["interface"];
                return object;
            };

            ConnectionSyncSpec.prototype.toJSON = function() {
                return ConnectionSyncSpec.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ConnectionSyncSpec;
        })();

        v1.NodeSpec = (function() {

            const NodeSpec = function (properties) {
                this.interfaces = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            NodeSpec.prototype.cluster = "";
            NodeSpec.prototype.managementAddress = "";
            NodeSpec.prototype.interfaces = $util.emptyArray;
            NodeSpec.prototype.vrrpPriority = 0;

            NodeSpec.create = function(properties) {
                return new NodeSpec(properties);
            };

            NodeSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(10).string(message.cluster);
                if (message.managementAddress != null && $Object.hasOwnProperty.call(message, "managementAddress") && message.managementAddress !== "")
                    writer.uint32(18).string(message.managementAddress);
                if (message.interfaces != null && message.interfaces.length)
                    for (let i = 0; i < message.interfaces.length; ++i)
                        $root.sluice.v1.NodeInterface.encode(message.interfaces[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.vrrpPriority != null && $Object.hasOwnProperty.call(message, "vrrpPriority") && message.vrrpPriority !== 0)
                    writer.uint32(32).uint32(message.vrrpPriority);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            NodeSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.NodeSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.managementAddress = value;
                            else
                                delete message.managementAddress;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.interfaces && message.interfaces.length))
                                message.interfaces = [];
                            message.interfaces.push($root.sluice.v1.NodeInterface.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.vrrpPriority = value;
                            else
                                delete message.vrrpPriority;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            NodeSpec.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    if (!$util.isString(message.cluster))
                        return "cluster: string expected";
                if (message.managementAddress != null && $Object.hasOwnProperty.call(message, "managementAddress"))
                    if (!$util.isString(message.managementAddress))
                        return "managementAddress: string expected";
                if (message.interfaces != null && $Object.hasOwnProperty.call(message, "interfaces")) {
                    if (!$Array.isArray(message.interfaces))
                        return "interfaces: array expected";
                    for (let i = 0; i < message.interfaces.length; ++i) {
                        let error = $root.sluice.v1.NodeInterface.verify(message.interfaces[i], _depth + 1);
                        if (error)
                            return "interfaces." + error;
                    }
                }
                if (message.vrrpPriority != null && $Object.hasOwnProperty.call(message, "vrrpPriority"))
                    if (!$util.isInteger(message.vrrpPriority))
                        return "vrrpPriority: integer expected";
                return null;
            };

            NodeSpec.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.NodeSpec)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.NodeSpec: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.NodeSpec();
                if (object.cluster != null)
                    if (typeof object.cluster !== "string" || object.cluster.length)
                        message.cluster = $String(object.cluster);
                if (object.managementAddress != null)
                    if (typeof object.managementAddress !== "string" || object.managementAddress.length)
                        message.managementAddress = $String(object.managementAddress);
                if (object.interfaces) {
                    if (!$Array.isArray(object.interfaces))
                        throw $TypeError(".sluice.v1.NodeSpec.interfaces: array expected");
                    message.interfaces = $Array(object.interfaces.length);
                    for (let i = 0; i < object.interfaces.length; ++i) {
                        if (!$util.isObject(object.interfaces[i]))
                            throw $TypeError(".sluice.v1.NodeSpec.interfaces: object expected");
                        message.interfaces[i] = $root.sluice.v1.NodeInterface.fromObject(object.interfaces[i], _depth + 1);
                    }
                }
                if (object.vrrpPriority != null)
                    if ($Number(object.vrrpPriority) !== 0)
                        message.vrrpPriority = object.vrrpPriority >>> 0;
                return message;
            };

            NodeSpec.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.interfaces = [];
                if (options.defaults) {
                    object.cluster = "";
                    object.managementAddress = "";
                    object.vrrpPriority = 0;
                }
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    object.cluster = message.cluster;
                if (message.managementAddress != null && $Object.hasOwnProperty.call(message, "managementAddress"))
                    object.managementAddress = message.managementAddress;
                if (message.interfaces && message.interfaces.length) {
                    object.interfaces = $Array(message.interfaces.length);
                    for (let j = 0; j < message.interfaces.length; ++j)
                        object.interfaces[j] = $root.sluice.v1.NodeInterface.toObject(message.interfaces[j], options, _depth + 1);
                }
                if (message.vrrpPriority != null && $Object.hasOwnProperty.call(message, "vrrpPriority"))
                    object.vrrpPriority = message.vrrpPriority;
                return object;
            };

            NodeSpec.prototype.toJSON = function() {
                return NodeSpec.toObject(this, $protobuf.util.toJSONOptions);
            };

            return NodeSpec;
        })();

        v1.NodeInterface = (function() {

            const NodeInterface = function (properties) {
                this.addresses = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            NodeInterface.prototype.name = "";
            NodeInterface.prototype.addresses = $util.emptyArray;
            NodeInterface.prototype.network = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(NodeInterface.prototype, "_network", {
                get: $util.oneOfGetter($oneOfFields = ["network"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            NodeInterface.create = function(properties) {
                return new NodeInterface(properties);
            };

            NodeInterface.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.addresses != null && message.addresses.length)
                    for (let i = 0; i < message.addresses.length; ++i)
                        writer.uint32(18).string(message.addresses[i]);
                if (message.network != null && $Object.hasOwnProperty.call(message, "network"))
                    writer.uint32(26).string(message.network);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            NodeInterface.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.NodeInterface();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.addresses && message.addresses.length))
                                message.addresses = [];
                            message.addresses.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.network = reader.stringVerify();
                            message._network = "network";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            NodeInterface.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    if (!$util.isString(message.name))
                        return "name: string expected";
                if (message.addresses != null && $Object.hasOwnProperty.call(message, "addresses")) {
                    if (!$Array.isArray(message.addresses))
                        return "addresses: array expected";
                    for (let i = 0; i < message.addresses.length; ++i)
                        if (!$util.isString(message.addresses[i]))
                            return "addresses: string[] expected";
                }
                if (message.network != null && $Object.hasOwnProperty.call(message, "network")) {
                    properties._network = 1;
                    if (!$util.isString(message.network))
                        return "network: string expected";
                }
                return null;
            };

            NodeInterface.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.NodeInterface)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.NodeInterface: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.NodeInterface();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.addresses) {
                    if (!$Array.isArray(object.addresses))
                        throw $TypeError(".sluice.v1.NodeInterface.addresses: array expected");
                    message.addresses = $Array(object.addresses.length);
                    for (let i = 0; i < object.addresses.length; ++i)
                        message.addresses[i] = $String(object.addresses[i]);
                }
                if (object.network != null)
                    message.network = $String(object.network);
                return message;
            };

            NodeInterface.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.addresses = [];
                if (options.defaults)
                    object.name = "";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.addresses && message.addresses.length) {
                    object.addresses = $Array(message.addresses.length);
                    for (let j = 0; j < message.addresses.length; ++j)
                        object.addresses[j] = message.addresses[j];
                }
                if (message.network != null && $Object.hasOwnProperty.call(message, "network"))
                    object.network = message.network;
                return object;
            };

            NodeInterface.prototype.toJSON = function() {
                return NodeInterface.toObject(this, $protobuf.util.toJSONOptions);
            };

            return NodeInterface;
        })();

        v1.VrrpInstanceSpec = (function() {

            const VrrpInstanceSpec = function (properties) {
                this.addresses = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            VrrpInstanceSpec.prototype.cluster = "";
            VrrpInstanceSpec.prototype["interface"] = "";
            VrrpInstanceSpec.prototype.virtualRouterId = 0;
            VrrpInstanceSpec.prototype.family = "";
            VrrpInstanceSpec.prototype.advertIntervalMs = 0;
            VrrpInstanceSpec.prototype.addresses = $util.emptyArray;

            VrrpInstanceSpec.create = function(properties) {
                return new VrrpInstanceSpec(properties);
            };

            VrrpInstanceSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(10).string(message.cluster);
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface") && message["interface"] !== "")
                    writer.uint32(18).string(message["interface"]);
                if (message.virtualRouterId != null && $Object.hasOwnProperty.call(message, "virtualRouterId") && message.virtualRouterId !== 0)
                    writer.uint32(24).uint32(message.virtualRouterId);
                if (message.family != null && $Object.hasOwnProperty.call(message, "family") && message.family !== "")
                    writer.uint32(34).string(message.family);
                if (message.advertIntervalMs != null && $Object.hasOwnProperty.call(message, "advertIntervalMs") && message.advertIntervalMs !== 0)
                    writer.uint32(40).uint32(message.advertIntervalMs);
                if (message.addresses != null && message.addresses.length)
                    for (let i = 0; i < message.addresses.length; ++i)
                        $root.sluice.v1.CarriedAddress.encode(message.addresses[i], writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            VrrpInstanceSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.VrrpInstanceSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message["interface"] = value;
                            else
                                delete message["interface"];
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.virtualRouterId = value;
                            else
                                delete message.virtualRouterId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.family = value;
                            else
                                delete message.family;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.advertIntervalMs = value;
                            else
                                delete message.advertIntervalMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.addresses && message.addresses.length))
                                message.addresses = [];
                            message.addresses.push($root.sluice.v1.CarriedAddress.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            VrrpInstanceSpec.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    if (!$util.isString(message.cluster))
                        return "cluster: string expected";
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface"))
                    if (!$util.isString(message["interface"]))
                        return "interface: string expected";
                if (message.virtualRouterId != null && $Object.hasOwnProperty.call(message, "virtualRouterId"))
                    if (!$util.isInteger(message.virtualRouterId))
                        return "virtualRouterId: integer expected";
                if (message.family != null && $Object.hasOwnProperty.call(message, "family"))
                    if (!$util.isString(message.family))
                        return "family: string expected";
                if (message.advertIntervalMs != null && $Object.hasOwnProperty.call(message, "advertIntervalMs"))
                    if (!$util.isInteger(message.advertIntervalMs))
                        return "advertIntervalMs: integer expected";
                if (message.addresses != null && $Object.hasOwnProperty.call(message, "addresses")) {
                    if (!$Array.isArray(message.addresses))
                        return "addresses: array expected";
                    for (let i = 0; i < message.addresses.length; ++i) {
                        let error = $root.sluice.v1.CarriedAddress.verify(message.addresses[i], _depth + 1);
                        if (error)
                            return "addresses." + error;
                    }
                }
                return null;
            };

            VrrpInstanceSpec.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.VrrpInstanceSpec)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.VrrpInstanceSpec: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.VrrpInstanceSpec();
                if (object.cluster != null)
                    if (typeof object.cluster !== "string" || object.cluster.length)
                        message.cluster = $String(object.cluster);
                if (object["interface"] != null)
                    if (typeof object["interface"] !== "string" || object["interface"].length)
                        message["interface"] = $String(object["interface"]);
                if (object.virtualRouterId != null)
                    if ($Number(object.virtualRouterId) !== 0)
                        message.virtualRouterId = object.virtualRouterId >>> 0;
                if (object.family != null)
                    if (typeof object.family !== "string" || object.family.length)
                        message.family = $String(object.family);
                if (object.advertIntervalMs != null)
                    if ($Number(object.advertIntervalMs) !== 0)
                        message.advertIntervalMs = object.advertIntervalMs >>> 0;
                if (object.addresses) {
                    if (!$Array.isArray(object.addresses))
                        throw $TypeError(".sluice.v1.VrrpInstanceSpec.addresses: array expected");
                    message.addresses = $Array(object.addresses.length);
                    for (let i = 0; i < object.addresses.length; ++i) {
                        if (!$util.isObject(object.addresses[i]))
                            throw $TypeError(".sluice.v1.VrrpInstanceSpec.addresses: object expected");
                        message.addresses[i] = $root.sluice.v1.CarriedAddress.fromObject(object.addresses[i], _depth + 1);
                    }
                }
                return message;
            };

            VrrpInstanceSpec.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.addresses = [];
                if (options.defaults) {
                    object.cluster = "";
                    object["interface"] = "";
                    object.virtualRouterId = 0;
                    object.family = "";
                    object.advertIntervalMs = 0;
                }
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    object.cluster = message.cluster;
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface"))
                    object["interface"] = message["interface"];
                if (message.virtualRouterId != null && $Object.hasOwnProperty.call(message, "virtualRouterId"))
                    object.virtualRouterId = message.virtualRouterId;
                if (message.family != null && $Object.hasOwnProperty.call(message, "family"))
                    object.family = message.family;
                if (message.advertIntervalMs != null && $Object.hasOwnProperty.call(message, "advertIntervalMs"))
                    object.advertIntervalMs = message.advertIntervalMs;
                if (message.addresses && message.addresses.length) {
                    object.addresses = $Array(message.addresses.length);
                    for (let j = 0; j < message.addresses.length; ++j)
                        object.addresses[j] = $root.sluice.v1.CarriedAddress.toObject(message.addresses[j], options, _depth + 1);
                }
                return object;
            };

            VrrpInstanceSpec.prototype.toJSON = function() {
                return VrrpInstanceSpec.toObject(this, $protobuf.util.toJSONOptions);
            };

            return VrrpInstanceSpec;
        })();

        v1.LocalAddressPoolSpec = (function() {

            const LocalAddressPoolSpec = function (properties) {
                this.perNode = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LocalAddressPoolSpec.prototype.cluster = "";
            LocalAddressPoolSpec.prototype["interface"] = "";
            LocalAddressPoolSpec.prototype.perNode = $util.emptyObject;
            LocalAddressPoolSpec.prototype.vrrpInstance = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(LocalAddressPoolSpec.prototype, "_vrrpInstance", {
                get: $util.oneOfGetter($oneOfFields = ["vrrpInstance"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            LocalAddressPoolSpec.create = function(properties) {
                return new LocalAddressPoolSpec(properties);
            };

            LocalAddressPoolSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(10).string(message.cluster);
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface") && message["interface"] !== "")
                    writer.uint32(18).string(message["interface"]);
                if (message.perNode != null && $Object.hasOwnProperty.call(message, "perNode"))
                    for (let keys = $Object.keys(message.perNode), i = 0; i < keys.length; ++i) {
                        writer.uint32(26).fork().uint32(10).string(keys[i]);
                        $root.sluice.v1.StringList.encode(message.perNode[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                    }
                if (message.vrrpInstance != null && $Object.hasOwnProperty.call(message, "vrrpInstance"))
                    writer.uint32(34).string(message.vrrpInstance);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            LocalAddressPoolSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.LocalAddressPoolSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message["interface"] = value;
                            else
                                delete message["interface"];
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (message.perNode === $util.emptyObject)
                                message.perNode = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = null;
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = $root.sluice.v1.StringList.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.perNode, key);
                            message.perNode[key] = value || new $root.sluice.v1.StringList();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.vrrpInstance = reader.stringVerify();
                            message._vrrpInstance = "vrrpInstance";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            LocalAddressPoolSpec.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    if (!$util.isString(message.cluster))
                        return "cluster: string expected";
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface"))
                    if (!$util.isString(message["interface"]))
                        return "interface: string expected";
                if (message.perNode != null && $Object.hasOwnProperty.call(message, "perNode")) {
                    if (!$util.isObject(message.perNode))
                        return "perNode: object expected";
                    let key = $Object.keys(message.perNode);
                    for (let i = 0; i < key.length; ++i) {
                        let error = $root.sluice.v1.StringList.verify(message.perNode[key[i]], _depth + 1);
                        if (error)
                            return "perNode." + error;
                    }
                }
                if (message.vrrpInstance != null && $Object.hasOwnProperty.call(message, "vrrpInstance")) {
                    properties._vrrpInstance = 1;
                    if (!$util.isString(message.vrrpInstance))
                        return "vrrpInstance: string expected";
                }
                return null;
            };

            LocalAddressPoolSpec.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.LocalAddressPoolSpec)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.LocalAddressPoolSpec: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.LocalAddressPoolSpec();
                if (object.cluster != null)
                    if (typeof object.cluster !== "string" || object.cluster.length)
                        message.cluster = $String(object.cluster);
                if (object["interface"] != null)
                    if (typeof object["interface"] !== "string" || object["interface"].length)
                        message["interface"] = $String(object["interface"]);
                if (object.perNode) {
                    if (!$util.isObject(object.perNode))
                        throw $TypeError(".sluice.v1.LocalAddressPoolSpec.perNode: object expected");
                    message.perNode = {};
                    for (let keys = $Object.keys(object.perNode), i = 0; i < keys.length; ++i) {
                        if (keys[i] === "__proto__")
                            $util.makeProp(message.perNode, keys[i]);
                        if (!$util.isObject(object.perNode[keys[i]]))
                            throw $TypeError(".sluice.v1.LocalAddressPoolSpec.perNode: object expected");
                        message.perNode[keys[i]] = $root.sluice.v1.StringList.fromObject(object.perNode[keys[i]], _depth + 1);
                    }
                }
                if (object.vrrpInstance != null)
                    message.vrrpInstance = $String(object.vrrpInstance);
                return message;
            };

            LocalAddressPoolSpec.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.objects || options.defaults)
                    object.perNode = {};
                if (options.defaults) {
                    object.cluster = "";
                    object["interface"] = "";
                }
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    object.cluster = message.cluster;
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface"))
                    object["interface"] = message["interface"];
                let keys2;
                if (message.perNode && (keys2 = $Object.keys(message.perNode)).length) {
                    object.perNode = {};
                    for (let j = 0; j < keys2.length; ++j) {
                        if (keys2[j] === "__proto__")
                            $util.makeProp(object.perNode, keys2[j]);
                        object.perNode[keys2[j]] = $root.sluice.v1.StringList.toObject(message.perNode[keys2[j]], options, _depth + 1);
                    }
                }
                if (message.vrrpInstance != null && $Object.hasOwnProperty.call(message, "vrrpInstance"))
                    object.vrrpInstance = message.vrrpInstance;
                return object;
            };

            LocalAddressPoolSpec.prototype.toJSON = function() {
                return LocalAddressPoolSpec.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LocalAddressPoolSpec;
        })();

        v1.VirtualServiceSpec = (function() {

            const VirtualServiceSpec = function (properties) {
                this.vips = [];
                this.ports = [];
                this.realServers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            VirtualServiceSpec.prototype.cluster = "";
            VirtualServiceSpec.prototype.vips = $util.emptyArray;
            VirtualServiceSpec.prototype.ports = $util.emptyArray;
            VirtualServiceSpec.prototype.protocol = "";
            VirtualServiceSpec.prototype.scheduler = "";
            VirtualServiceSpec.prototype.forwarding = "";
            VirtualServiceSpec.prototype.localAddressPool = null;
            VirtualServiceSpec.prototype.vrrpInstance = null;
            VirtualServiceSpec.prototype.realServers = $util.emptyArray;
            VirtualServiceSpec.prototype.healthCheck = null;
            VirtualServiceSpec.prototype.onFailure = "";

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VirtualServiceSpec.prototype, "_localAddressPool", {
                get: $util.oneOfGetter($oneOfFields = ["localAddressPool"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VirtualServiceSpec.prototype, "_vrrpInstance", {
                get: $util.oneOfGetter($oneOfFields = ["vrrpInstance"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VirtualServiceSpec.prototype, "_healthCheck", {
                get: $util.oneOfGetter($oneOfFields = ["healthCheck"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            VirtualServiceSpec.create = function(properties) {
                return new VirtualServiceSpec(properties);
            };

            VirtualServiceSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(10).string(message.cluster);
                if (message.vips != null && message.vips.length)
                    for (let i = 0; i < message.vips.length; ++i)
                        writer.uint32(18).string(message.vips[i]);
                if (message.ports != null && message.ports.length)
                    writer.uint32(26).uint32s(message.ports);
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== "")
                    writer.uint32(34).string(message.protocol);
                if (message.scheduler != null && $Object.hasOwnProperty.call(message, "scheduler") && message.scheduler !== "")
                    writer.uint32(42).string(message.scheduler);
                if (message.forwarding != null && $Object.hasOwnProperty.call(message, "forwarding") && message.forwarding !== "")
                    writer.uint32(50).string(message.forwarding);
                if (message.localAddressPool != null && $Object.hasOwnProperty.call(message, "localAddressPool"))
                    writer.uint32(58).string(message.localAddressPool);
                if (message.vrrpInstance != null && $Object.hasOwnProperty.call(message, "vrrpInstance"))
                    writer.uint32(66).string(message.vrrpInstance);
                if (message.realServers != null && message.realServers.length)
                    for (let i = 0; i < message.realServers.length; ++i)
                        $root.sluice.v1.InlineRealServer.encode(message.realServers[i], writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.healthCheck != null && $Object.hasOwnProperty.call(message, "healthCheck"))
                    $root.sluice.v1.HealthCheck.encode(message.healthCheck, writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.onFailure != null && $Object.hasOwnProperty.call(message, "onFailure") && message.onFailure !== "")
                    writer.uint32(90).string(message.onFailure);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            VirtualServiceSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.VirtualServiceSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.vips && message.vips.length))
                                message.vips = [];
                            message.vips.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.ports && message.ports.length))
                                    message.ports = [];
                                reader.uint32s(message.ports);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.ports && message.ports.length))
                                message.ports = [];
                            message.ports.push(reader.uint32());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.protocol = value;
                            else
                                delete message.protocol;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.scheduler = value;
                            else
                                delete message.scheduler;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.forwarding = value;
                            else
                                delete message.forwarding;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.localAddressPool = reader.stringVerify();
                            message._localAddressPool = "localAddressPool";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.vrrpInstance = reader.stringVerify();
                            message._vrrpInstance = "vrrpInstance";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.realServers && message.realServers.length))
                                message.realServers = [];
                            message.realServers.push($root.sluice.v1.InlineRealServer.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.healthCheck = $root.sluice.v1.HealthCheck.decode(reader, reader.size(), $undefined, _depth + 1, message.healthCheck);
                            message._healthCheck = "healthCheck";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.onFailure = value;
                            else
                                delete message.onFailure;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            VirtualServiceSpec.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    if (!$util.isString(message.cluster))
                        return "cluster: string expected";
                if (message.vips != null && $Object.hasOwnProperty.call(message, "vips")) {
                    if (!$Array.isArray(message.vips))
                        return "vips: array expected";
                    for (let i = 0; i < message.vips.length; ++i)
                        if (!$util.isString(message.vips[i]))
                            return "vips: string[] expected";
                }
                if (message.ports != null && $Object.hasOwnProperty.call(message, "ports")) {
                    if (!$Array.isArray(message.ports))
                        return "ports: array expected";
                    for (let i = 0; i < message.ports.length; ++i)
                        if (!$util.isInteger(message.ports[i]))
                            return "ports: integer[] expected";
                }
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol"))
                    if (!$util.isString(message.protocol))
                        return "protocol: string expected";
                if (message.scheduler != null && $Object.hasOwnProperty.call(message, "scheduler"))
                    if (!$util.isString(message.scheduler))
                        return "scheduler: string expected";
                if (message.forwarding != null && $Object.hasOwnProperty.call(message, "forwarding"))
                    if (!$util.isString(message.forwarding))
                        return "forwarding: string expected";
                if (message.localAddressPool != null && $Object.hasOwnProperty.call(message, "localAddressPool")) {
                    properties._localAddressPool = 1;
                    if (!$util.isString(message.localAddressPool))
                        return "localAddressPool: string expected";
                }
                if (message.vrrpInstance != null && $Object.hasOwnProperty.call(message, "vrrpInstance")) {
                    properties._vrrpInstance = 1;
                    if (!$util.isString(message.vrrpInstance))
                        return "vrrpInstance: string expected";
                }
                if (message.realServers != null && $Object.hasOwnProperty.call(message, "realServers")) {
                    if (!$Array.isArray(message.realServers))
                        return "realServers: array expected";
                    for (let i = 0; i < message.realServers.length; ++i) {
                        let error = $root.sluice.v1.InlineRealServer.verify(message.realServers[i], _depth + 1);
                        if (error)
                            return "realServers." + error;
                    }
                }
                if (message.healthCheck != null && $Object.hasOwnProperty.call(message, "healthCheck")) {
                    properties._healthCheck = 1;
                    {
                        let error = $root.sluice.v1.HealthCheck.verify(message.healthCheck, _depth + 1);
                        if (error)
                            return "healthCheck." + error;
                    }
                }
                if (message.onFailure != null && $Object.hasOwnProperty.call(message, "onFailure"))
                    if (!$util.isString(message.onFailure))
                        return "onFailure: string expected";
                return null;
            };

            VirtualServiceSpec.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.VirtualServiceSpec)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.VirtualServiceSpec: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.VirtualServiceSpec();
                if (object.cluster != null)
                    if (typeof object.cluster !== "string" || object.cluster.length)
                        message.cluster = $String(object.cluster);
                if (object.vips) {
                    if (!$Array.isArray(object.vips))
                        throw $TypeError(".sluice.v1.VirtualServiceSpec.vips: array expected");
                    message.vips = $Array(object.vips.length);
                    for (let i = 0; i < object.vips.length; ++i)
                        message.vips[i] = $String(object.vips[i]);
                }
                if (object.ports) {
                    if (!$Array.isArray(object.ports))
                        throw $TypeError(".sluice.v1.VirtualServiceSpec.ports: array expected");
                    message.ports = $Array(object.ports.length);
                    for (let i = 0; i < object.ports.length; ++i)
                        message.ports[i] = object.ports[i] >>> 0;
                }
                if (object.protocol != null)
                    if (typeof object.protocol !== "string" || object.protocol.length)
                        message.protocol = $String(object.protocol);
                if (object.scheduler != null)
                    if (typeof object.scheduler !== "string" || object.scheduler.length)
                        message.scheduler = $String(object.scheduler);
                if (object.forwarding != null)
                    if (typeof object.forwarding !== "string" || object.forwarding.length)
                        message.forwarding = $String(object.forwarding);
                if (object.localAddressPool != null)
                    message.localAddressPool = $String(object.localAddressPool);
                if (object.vrrpInstance != null)
                    message.vrrpInstance = $String(object.vrrpInstance);
                if (object.realServers) {
                    if (!$Array.isArray(object.realServers))
                        throw $TypeError(".sluice.v1.VirtualServiceSpec.realServers: array expected");
                    message.realServers = $Array(object.realServers.length);
                    for (let i = 0; i < object.realServers.length; ++i) {
                        if (!$util.isObject(object.realServers[i]))
                            throw $TypeError(".sluice.v1.VirtualServiceSpec.realServers: object expected");
                        message.realServers[i] = $root.sluice.v1.InlineRealServer.fromObject(object.realServers[i], _depth + 1);
                    }
                }
                if (object.healthCheck != null) {
                    if (!$util.isObject(object.healthCheck))
                        throw $TypeError(".sluice.v1.VirtualServiceSpec.healthCheck: object expected");
                    message.healthCheck = $root.sluice.v1.HealthCheck.fromObject(object.healthCheck, _depth + 1);
                }
                if (object.onFailure != null)
                    if (typeof object.onFailure !== "string" || object.onFailure.length)
                        message.onFailure = $String(object.onFailure);
                return message;
            };

            VirtualServiceSpec.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.vips = [];
                    object.ports = [];
                    object.realServers = [];
                }
                if (options.defaults) {
                    object.cluster = "";
                    object.protocol = "";
                    object.scheduler = "";
                    object.forwarding = "";
                    object.onFailure = "";
                }
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    object.cluster = message.cluster;
                if (message.vips && message.vips.length) {
                    object.vips = $Array(message.vips.length);
                    for (let j = 0; j < message.vips.length; ++j)
                        object.vips[j] = message.vips[j];
                }
                if (message.ports && message.ports.length) {
                    object.ports = $Array(message.ports.length);
                    for (let j = 0; j < message.ports.length; ++j)
                        object.ports[j] = message.ports[j];
                }
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol"))
                    object.protocol = message.protocol;
                if (message.scheduler != null && $Object.hasOwnProperty.call(message, "scheduler"))
                    object.scheduler = message.scheduler;
                if (message.forwarding != null && $Object.hasOwnProperty.call(message, "forwarding"))
                    object.forwarding = message.forwarding;
                if (message.localAddressPool != null && $Object.hasOwnProperty.call(message, "localAddressPool"))
                    object.localAddressPool = message.localAddressPool;
                if (message.vrrpInstance != null && $Object.hasOwnProperty.call(message, "vrrpInstance"))
                    object.vrrpInstance = message.vrrpInstance;
                if (message.realServers && message.realServers.length) {
                    object.realServers = $Array(message.realServers.length);
                    for (let j = 0; j < message.realServers.length; ++j)
                        object.realServers[j] = $root.sluice.v1.InlineRealServer.toObject(message.realServers[j], options, _depth + 1);
                }
                if (message.healthCheck != null && $Object.hasOwnProperty.call(message, "healthCheck"))
                    object.healthCheck = $root.sluice.v1.HealthCheck.toObject(message.healthCheck, options, _depth + 1);
                if (message.onFailure != null && $Object.hasOwnProperty.call(message, "onFailure"))
                    object.onFailure = message.onFailure;
                return object;
            };

            VirtualServiceSpec.prototype.toJSON = function() {
                return VirtualServiceSpec.toObject(this, $protobuf.util.toJSONOptions);
            };

            return VirtualServiceSpec;
        })();

        v1.InlineRealServer = (function() {

            const InlineRealServer = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            InlineRealServer.prototype.address = "";
            InlineRealServer.prototype.port = null;
            InlineRealServer.prototype.weight = 0;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(InlineRealServer.prototype, "_port", {
                get: $util.oneOfGetter($oneOfFields = ["port"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            InlineRealServer.create = function(properties) {
                return new InlineRealServer(properties);
            };

            InlineRealServer.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(10).string(message.address);
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    writer.uint32(16).uint32(message.port);
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight") && message.weight !== 0)
                    writer.uint32(24).uint32(message.weight);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            InlineRealServer.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.InlineRealServer();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.port = reader.uint32();
                            message._port = "port";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.weight = value;
                            else
                                delete message.weight;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            InlineRealServer.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    if (!$util.isString(message.address))
                        return "address: string expected";
                if (message.port != null && $Object.hasOwnProperty.call(message, "port")) {
                    properties._port = 1;
                    if (!$util.isInteger(message.port))
                        return "port: integer expected";
                }
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight"))
                    if (!$util.isInteger(message.weight))
                        return "weight: integer expected";
                return null;
            };

            InlineRealServer.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.InlineRealServer)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.InlineRealServer: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.InlineRealServer();
                if (object.address != null)
                    if (typeof object.address !== "string" || object.address.length)
                        message.address = $String(object.address);
                if (object.port != null)
                    message.port = object.port >>> 0;
                if (object.weight != null)
                    if ($Number(object.weight) !== 0)
                        message.weight = object.weight >>> 0;
                return message;
            };

            InlineRealServer.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.address = "";
                    object.weight = 0;
                }
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    object.address = message.address;
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    object.port = message.port;
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight"))
                    object.weight = message.weight;
                return object;
            };

            InlineRealServer.prototype.toJSON = function() {
                return InlineRealServer.toObject(this, $protobuf.util.toJSONOptions);
            };

            return InlineRealServer;
        })();

        v1.HealthCheck = (function() {

            const HealthCheck = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HealthCheck.prototype.type = "";
            HealthCheck.prototype.port = null;
            HealthCheck.prototype.intervalMs = 0;
            HealthCheck.prototype.timeoutMs = 0;
            HealthCheck.prototype.rise = 0;
            HealthCheck.prototype.fall = 0;
            HealthCheck.prototype.http = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HealthCheck.prototype, "_port", {
                get: $util.oneOfGetter($oneOfFields = ["port"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HealthCheck.prototype, "_http", {
                get: $util.oneOfGetter($oneOfFields = ["http"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            HealthCheck.create = function(properties) {
                return new HealthCheck(properties);
            };

            HealthCheck.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                    writer.uint32(10).string(message.type);
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    writer.uint32(16).uint32(message.port);
                if (message.intervalMs != null && $Object.hasOwnProperty.call(message, "intervalMs") && message.intervalMs !== 0)
                    writer.uint32(24).uint32(message.intervalMs);
                if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && message.timeoutMs !== 0)
                    writer.uint32(32).uint32(message.timeoutMs);
                if (message.rise != null && $Object.hasOwnProperty.call(message, "rise") && message.rise !== 0)
                    writer.uint32(40).uint32(message.rise);
                if (message.fall != null && $Object.hasOwnProperty.call(message, "fall") && message.fall !== 0)
                    writer.uint32(48).uint32(message.fall);
                if (message.http != null && $Object.hasOwnProperty.call(message, "http"))
                    $root.sluice.v1.HttpCheck.encode(message.http, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            HealthCheck.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.HealthCheck();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.type = value;
                            else
                                delete message.type;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.port = reader.uint32();
                            message._port = "port";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.intervalMs = value;
                            else
                                delete message.intervalMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.timeoutMs = value;
                            else
                                delete message.timeoutMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.rise = value;
                            else
                                delete message.rise;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.fall = value;
                            else
                                delete message.fall;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.http = $root.sluice.v1.HttpCheck.decode(reader, reader.size(), $undefined, _depth + 1, message.http);
                            message._http = "http";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            HealthCheck.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                    if (!$util.isString(message.type))
                        return "type: string expected";
                if (message.port != null && $Object.hasOwnProperty.call(message, "port")) {
                    properties._port = 1;
                    if (!$util.isInteger(message.port))
                        return "port: integer expected";
                }
                if (message.intervalMs != null && $Object.hasOwnProperty.call(message, "intervalMs"))
                    if (!$util.isInteger(message.intervalMs))
                        return "intervalMs: integer expected";
                if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs"))
                    if (!$util.isInteger(message.timeoutMs))
                        return "timeoutMs: integer expected";
                if (message.rise != null && $Object.hasOwnProperty.call(message, "rise"))
                    if (!$util.isInteger(message.rise))
                        return "rise: integer expected";
                if (message.fall != null && $Object.hasOwnProperty.call(message, "fall"))
                    if (!$util.isInteger(message.fall))
                        return "fall: integer expected";
                if (message.http != null && $Object.hasOwnProperty.call(message, "http")) {
                    properties._http = 1;
                    {
                        let error = $root.sluice.v1.HttpCheck.verify(message.http, _depth + 1);
                        if (error)
                            return "http." + error;
                    }
                }
                return null;
            };

            HealthCheck.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.HealthCheck)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.HealthCheck: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.HealthCheck();
                if (object.type != null)
                    if (typeof object.type !== "string" || object.type.length)
                        message.type = $String(object.type);
                if (object.port != null)
                    message.port = object.port >>> 0;
                if (object.intervalMs != null)
                    if ($Number(object.intervalMs) !== 0)
                        message.intervalMs = object.intervalMs >>> 0;
                if (object.timeoutMs != null)
                    if ($Number(object.timeoutMs) !== 0)
                        message.timeoutMs = object.timeoutMs >>> 0;
                if (object.rise != null)
                    if ($Number(object.rise) !== 0)
                        message.rise = object.rise >>> 0;
                if (object.fall != null)
                    if ($Number(object.fall) !== 0)
                        message.fall = object.fall >>> 0;
                if (object.http != null) {
                    if (!$util.isObject(object.http))
                        throw $TypeError(".sluice.v1.HealthCheck.http: object expected");
                    message.http = $root.sluice.v1.HttpCheck.fromObject(object.http, _depth + 1);
                }
                return message;
            };

            HealthCheck.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.type = "";
                    object.intervalMs = 0;
                    object.timeoutMs = 0;
                    object.rise = 0;
                    object.fall = 0;
                }
                if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                    object.type = message.type;
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    object.port = message.port;
                if (message.intervalMs != null && $Object.hasOwnProperty.call(message, "intervalMs"))
                    object.intervalMs = message.intervalMs;
                if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs"))
                    object.timeoutMs = message.timeoutMs;
                if (message.rise != null && $Object.hasOwnProperty.call(message, "rise"))
                    object.rise = message.rise;
                if (message.fall != null && $Object.hasOwnProperty.call(message, "fall"))
                    object.fall = message.fall;
                if (message.http != null && $Object.hasOwnProperty.call(message, "http"))
                    object.http = $root.sluice.v1.HttpCheck.toObject(message.http, options, _depth + 1);
                return object;
            };

            HealthCheck.prototype.toJSON = function() {
                return HealthCheck.toObject(this, $protobuf.util.toJSONOptions);
            };

            return HealthCheck;
        })();

        v1.HttpCheck = (function() {

            const HttpCheck = function (properties) {
                this.expectStatus = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HttpCheck.prototype.path = "";
            HttpCheck.prototype.host = null;
            HttpCheck.prototype.expectStatus = $util.emptyArray;
            HttpCheck.prototype.expectBody = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HttpCheck.prototype, "_host", {
                get: $util.oneOfGetter($oneOfFields = ["host"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HttpCheck.prototype, "_expectBody", {
                get: $util.oneOfGetter($oneOfFields = ["expectBody"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            HttpCheck.create = function(properties) {
                return new HttpCheck(properties);
            };

            HttpCheck.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.path != null && $Object.hasOwnProperty.call(message, "path") && message.path !== "")
                    writer.uint32(10).string(message.path);
                if (message.host != null && $Object.hasOwnProperty.call(message, "host"))
                    writer.uint32(18).string(message.host);
                if (message.expectStatus != null && message.expectStatus.length)
                    writer.uint32(26).uint32s(message.expectStatus);
                if (message.expectBody != null && $Object.hasOwnProperty.call(message, "expectBody"))
                    writer.uint32(34).string(message.expectBody);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            HttpCheck.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.HttpCheck();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.path = value;
                            else
                                delete message.path;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.host = reader.stringVerify();
                            message._host = "host";
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.expectStatus && message.expectStatus.length))
                                    message.expectStatus = [];
                                reader.uint32s(message.expectStatus);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.expectStatus && message.expectStatus.length))
                                message.expectStatus = [];
                            message.expectStatus.push(reader.uint32());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.expectBody = reader.stringVerify();
                            message._expectBody = "expectBody";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            HttpCheck.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                    if (!$util.isString(message.path))
                        return "path: string expected";
                if (message.host != null && $Object.hasOwnProperty.call(message, "host")) {
                    properties._host = 1;
                    if (!$util.isString(message.host))
                        return "host: string expected";
                }
                if (message.expectStatus != null && $Object.hasOwnProperty.call(message, "expectStatus")) {
                    if (!$Array.isArray(message.expectStatus))
                        return "expectStatus: array expected";
                    for (let i = 0; i < message.expectStatus.length; ++i)
                        if (!$util.isInteger(message.expectStatus[i]))
                            return "expectStatus: integer[] expected";
                }
                if (message.expectBody != null && $Object.hasOwnProperty.call(message, "expectBody")) {
                    properties._expectBody = 1;
                    if (!$util.isString(message.expectBody))
                        return "expectBody: string expected";
                }
                return null;
            };

            HttpCheck.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.HttpCheck)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.HttpCheck: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.HttpCheck();
                if (object.path != null)
                    if (typeof object.path !== "string" || object.path.length)
                        message.path = $String(object.path);
                if (object.host != null)
                    message.host = $String(object.host);
                if (object.expectStatus) {
                    if (!$Array.isArray(object.expectStatus))
                        throw $TypeError(".sluice.v1.HttpCheck.expectStatus: array expected");
                    message.expectStatus = $Array(object.expectStatus.length);
                    for (let i = 0; i < object.expectStatus.length; ++i)
                        message.expectStatus[i] = object.expectStatus[i] >>> 0;
                }
                if (object.expectBody != null)
                    message.expectBody = $String(object.expectBody);
                return message;
            };

            HttpCheck.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.expectStatus = [];
                if (options.defaults)
                    object.path = "";
                if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                    object.path = message.path;
                if (message.host != null && $Object.hasOwnProperty.call(message, "host"))
                    object.host = message.host;
                if (message.expectStatus && message.expectStatus.length) {
                    object.expectStatus = $Array(message.expectStatus.length);
                    for (let j = 0; j < message.expectStatus.length; ++j)
                        object.expectStatus[j] = message.expectStatus[j];
                }
                if (message.expectBody != null && $Object.hasOwnProperty.call(message, "expectBody"))
                    object.expectBody = message.expectBody;
                return object;
            };

            HttpCheck.prototype.toJSON = function() {
                return HttpCheck.toObject(this, $protobuf.util.toJSONOptions);
            };

            return HttpCheck;
        })();

        v1.RealServerSpec = (function() {

            const RealServerSpec = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RealServerSpec.prototype.virtualService = "";
            RealServerSpec.prototype.address = "";
            RealServerSpec.prototype.port = null;
            RealServerSpec.prototype.weight = 0;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RealServerSpec.prototype, "_port", {
                get: $util.oneOfGetter($oneOfFields = ["port"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            RealServerSpec.create = function(properties) {
                return new RealServerSpec(properties);
            };

            RealServerSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.virtualService != null && $Object.hasOwnProperty.call(message, "virtualService") && message.virtualService !== "")
                    writer.uint32(10).string(message.virtualService);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(18).string(message.address);
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    writer.uint32(24).uint32(message.port);
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight") && message.weight !== 0)
                    writer.uint32(32).uint32(message.weight);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RealServerSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.RealServerSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.virtualService = value;
                            else
                                delete message.virtualService;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.port = reader.uint32();
                            message._port = "port";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.weight = value;
                            else
                                delete message.weight;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            RealServerSpec.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.virtualService != null && $Object.hasOwnProperty.call(message, "virtualService"))
                    if (!$util.isString(message.virtualService))
                        return "virtualService: string expected";
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    if (!$util.isString(message.address))
                        return "address: string expected";
                if (message.port != null && $Object.hasOwnProperty.call(message, "port")) {
                    properties._port = 1;
                    if (!$util.isInteger(message.port))
                        return "port: integer expected";
                }
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight"))
                    if (!$util.isInteger(message.weight))
                        return "weight: integer expected";
                return null;
            };

            RealServerSpec.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.RealServerSpec)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.RealServerSpec: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.RealServerSpec();
                if (object.virtualService != null)
                    if (typeof object.virtualService !== "string" || object.virtualService.length)
                        message.virtualService = $String(object.virtualService);
                if (object.address != null)
                    if (typeof object.address !== "string" || object.address.length)
                        message.address = $String(object.address);
                if (object.port != null)
                    message.port = object.port >>> 0;
                if (object.weight != null)
                    if ($Number(object.weight) !== 0)
                        message.weight = object.weight >>> 0;
                return message;
            };

            RealServerSpec.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.virtualService = "";
                    object.address = "";
                    object.weight = 0;
                }
                if (message.virtualService != null && $Object.hasOwnProperty.call(message, "virtualService"))
                    object.virtualService = message.virtualService;
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    object.address = message.address;
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    object.port = message.port;
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight"))
                    object.weight = message.weight;
                return object;
            };

            RealServerSpec.prototype.toJSON = function() {
                return RealServerSpec.toObject(this, $protobuf.util.toJSONOptions);
            };

            return RealServerSpec;
        })();

        v1.StoredResource = (function() {

            const StoredResource = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StoredResource.prototype.resource = null;
            StoredResource.prototype.generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            StoredResource.prototype.revision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            StoredResource.prototype.createdRevision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            StoredResource.create = function(properties) {
                return new StoredResource(properties);
            };

            StoredResource.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.resource != null && $Object.hasOwnProperty.call(message, "resource"))
                    $root.sluice.v1.Resource.encode(message.resource, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation") && (typeof message.generation === "object" ? message.generation.low || message.generation.high : message.generation !== 0))
                    writer.uint32(16).uint64(message.generation);
                if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && (typeof message.revision === "object" ? message.revision.low || message.revision.high : message.revision !== 0))
                    writer.uint32(24).uint64(message.revision);
                if (message.createdRevision != null && $Object.hasOwnProperty.call(message, "createdRevision") && (typeof message.createdRevision === "object" ? message.createdRevision.low || message.createdRevision.high : message.createdRevision !== 0))
                    writer.uint32(32).uint64(message.createdRevision);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StoredResource.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.StoredResource();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.resource = $root.sluice.v1.Resource.decode(reader, reader.size(), $undefined, _depth + 1, message.resource);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.generation = value;
                            else
                                delete message.generation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.revision = value;
                            else
                                delete message.revision;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.createdRevision = value;
                            else
                                delete message.createdRevision;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            StoredResource.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.resource != null && $Object.hasOwnProperty.call(message, "resource")) {
                    let error = $root.sluice.v1.Resource.verify(message.resource, _depth + 1);
                    if (error)
                        return "resource." + error;
                }
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation"))
                    if (!$util.isInteger(message.generation) && !(message.generation && $util.isInteger(message.generation.low) && $util.isInteger(message.generation.high)))
                        return "generation: integer|Long expected";
                if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                    if (!$util.isInteger(message.revision) && !(message.revision && $util.isInteger(message.revision.low) && $util.isInteger(message.revision.high)))
                        return "revision: integer|Long expected";
                if (message.createdRevision != null && $Object.hasOwnProperty.call(message, "createdRevision"))
                    if (!$util.isInteger(message.createdRevision) && !(message.createdRevision && $util.isInteger(message.createdRevision.low) && $util.isInteger(message.createdRevision.high)))
                        return "createdRevision: integer|Long expected";
                return null;
            };

            StoredResource.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.StoredResource)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.StoredResource: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.StoredResource();
                if (object.resource != null) {
                    if (!$util.isObject(object.resource))
                        throw $TypeError(".sluice.v1.StoredResource.resource: object expected");
                    message.resource = $root.sluice.v1.Resource.fromObject(object.resource, _depth + 1);
                }
                if (object.generation != null)
                    if (typeof object.generation === "object" ? object.generation.low || object.generation.high : $Number(object.generation) !== 0)
                        if ($util.Long)
                            message.generation = $util.Long.fromValue(object.generation, true);
                        else if (typeof object.generation === "string")
                            message.generation = $parseInt(object.generation, 10);
                        else if (typeof object.generation === "number")
                            message.generation = object.generation;
                        else if (typeof object.generation === "object")
                            message.generation = new $util.LongBits(object.generation.low >>> 0, object.generation.high >>> 0).toNumber(true);
                if (object.revision != null)
                    if (typeof object.revision === "object" ? object.revision.low || object.revision.high : $Number(object.revision) !== 0)
                        if ($util.Long)
                            message.revision = $util.Long.fromValue(object.revision, true);
                        else if (typeof object.revision === "string")
                            message.revision = $parseInt(object.revision, 10);
                        else if (typeof object.revision === "number")
                            message.revision = object.revision;
                        else if (typeof object.revision === "object")
                            message.revision = new $util.LongBits(object.revision.low >>> 0, object.revision.high >>> 0).toNumber(true);
                if (object.createdRevision != null)
                    if (typeof object.createdRevision === "object" ? object.createdRevision.low || object.createdRevision.high : $Number(object.createdRevision) !== 0)
                        if ($util.Long)
                            message.createdRevision = $util.Long.fromValue(object.createdRevision, true);
                        else if (typeof object.createdRevision === "string")
                            message.createdRevision = $parseInt(object.createdRevision, 10);
                        else if (typeof object.createdRevision === "number")
                            message.createdRevision = object.createdRevision;
                        else if (typeof object.createdRevision === "object")
                            message.createdRevision = new $util.LongBits(object.createdRevision.low >>> 0, object.createdRevision.high >>> 0).toNumber(true);
                return message;
            };

            StoredResource.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.resource = null;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.revision = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.revision = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.createdRevision = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.createdRevision = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.resource != null && $Object.hasOwnProperty.call(message, "resource"))
                    object.resource = $root.sluice.v1.Resource.toObject(message.resource, options, _depth + 1);
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.generation = typeof message.generation === "number" ? $BigInt(message.generation) : $util.Long.fromBits(message.generation.low >>> 0, message.generation.high >>> 0, true).toBigInt();
                    else if (typeof message.generation === "number")
                        object.generation = options.longs === $String ? $String(message.generation) : message.generation;
                    else
                        object.generation = options.longs === $String ? $util.Long.prototype.toString.call(message.generation) : options.longs === $Number ? new $util.LongBits(message.generation.low >>> 0, message.generation.high >>> 0).toNumber(true) : message.generation;
                if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.revision = typeof message.revision === "number" ? $BigInt(message.revision) : $util.Long.fromBits(message.revision.low >>> 0, message.revision.high >>> 0, true).toBigInt();
                    else if (typeof message.revision === "number")
                        object.revision = options.longs === $String ? $String(message.revision) : message.revision;
                    else
                        object.revision = options.longs === $String ? $util.Long.prototype.toString.call(message.revision) : options.longs === $Number ? new $util.LongBits(message.revision.low >>> 0, message.revision.high >>> 0).toNumber(true) : message.revision;
                if (message.createdRevision != null && $Object.hasOwnProperty.call(message, "createdRevision"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.createdRevision = typeof message.createdRevision === "number" ? $BigInt(message.createdRevision) : $util.Long.fromBits(message.createdRevision.low >>> 0, message.createdRevision.high >>> 0, true).toBigInt();
                    else if (typeof message.createdRevision === "number")
                        object.createdRevision = options.longs === $String ? $String(message.createdRevision) : message.createdRevision;
                    else
                        object.createdRevision = options.longs === $String ? $util.Long.prototype.toString.call(message.createdRevision) : options.longs === $Number ? new $util.LongBits(message.createdRevision.low >>> 0, message.createdRevision.high >>> 0).toNumber(true) : message.createdRevision;
                return object;
            };

            StoredResource.prototype.toJSON = function() {
                return StoredResource.toObject(this, $protobuf.util.toJSONOptions);
            };

            return StoredResource;
        })();

        v1.FieldChange = (function() {

            const FieldChange = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            FieldChange.prototype.path = "";
            FieldChange.prototype.from = null;
            FieldChange.prototype.to = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(FieldChange.prototype, "_from", {
                get: $util.oneOfGetter($oneOfFields = ["from"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(FieldChange.prototype, "_to", {
                get: $util.oneOfGetter($oneOfFields = ["to"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            FieldChange.create = function(properties) {
                return new FieldChange(properties);
            };

            FieldChange.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.path != null && $Object.hasOwnProperty.call(message, "path") && message.path !== "")
                    writer.uint32(10).string(message.path);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    writer.uint32(18).string(message.from);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    writer.uint32(26).string(message.to);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            FieldChange.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.FieldChange();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.path = value;
                            else
                                delete message.path;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.from = reader.stringVerify();
                            message._from = "from";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.to = reader.stringVerify();
                            message._to = "to";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            FieldChange.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                    if (!$util.isString(message.path))
                        return "path: string expected";
                if (message.from != null && $Object.hasOwnProperty.call(message, "from")) {
                    properties._from = 1;
                    if (!$util.isString(message.from))
                        return "from: string expected";
                }
                if (message.to != null && $Object.hasOwnProperty.call(message, "to")) {
                    properties._to = 1;
                    if (!$util.isString(message.to))
                        return "to: string expected";
                }
                return null;
            };

            FieldChange.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.FieldChange)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.FieldChange: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.FieldChange();
                if (object.path != null)
                    if (typeof object.path !== "string" || object.path.length)
                        message.path = $String(object.path);
                if (object.from != null)
                    message.from = $String(object.from);
                if (object.to != null)
                    message.to = $String(object.to);
                return message;
            };

            FieldChange.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.path = "";
                if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                    object.path = message.path;
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    object.from = message.from;
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    object.to = message.to;
                return object;
            };

            FieldChange.prototype.toJSON = function() {
                return FieldChange.toObject(this, $protobuf.util.toJSONOptions);
            };

            return FieldChange;
        })();

        v1.ResourceChange = (function() {

            const ResourceChange = function (properties) {
                this.fields = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ResourceChange.prototype.key = "";
            ResourceChange.prototype.previousRevision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ResourceChange.prototype.generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ResourceChange.prototype.fields = $util.emptyArray;
            ResourceChange.prototype.before = null;
            ResourceChange.prototype.after = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ResourceChange.prototype, "_before", {
                get: $util.oneOfGetter($oneOfFields = ["before"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ResourceChange.prototype, "_after", {
                get: $util.oneOfGetter($oneOfFields = ["after"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            ResourceChange.create = function(properties) {
                return new ResourceChange(properties);
            };

            ResourceChange.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                    writer.uint32(10).string(message.key);
                if (message.previousRevision != null && $Object.hasOwnProperty.call(message, "previousRevision") && (typeof message.previousRevision === "object" ? message.previousRevision.low || message.previousRevision.high : message.previousRevision !== 0))
                    writer.uint32(16).uint64(message.previousRevision);
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation") && (typeof message.generation === "object" ? message.generation.low || message.generation.high : message.generation !== 0))
                    writer.uint32(24).uint64(message.generation);
                if (message.fields != null && message.fields.length)
                    for (let i = 0; i < message.fields.length; ++i)
                        $root.sluice.v1.FieldChange.encode(message.fields[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.before != null && $Object.hasOwnProperty.call(message, "before"))
                    $root.sluice.v1.Resource.encode(message.before, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.after != null && $Object.hasOwnProperty.call(message, "after"))
                    $root.sluice.v1.Resource.encode(message.after, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ResourceChange.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.ResourceChange();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.previousRevision = value;
                            else
                                delete message.previousRevision;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.generation = value;
                            else
                                delete message.generation;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.fields && message.fields.length))
                                message.fields = [];
                            message.fields.push($root.sluice.v1.FieldChange.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.before = $root.sluice.v1.Resource.decode(reader, reader.size(), $undefined, _depth + 1, message.before);
                            message._before = "before";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.after = $root.sluice.v1.Resource.decode(reader, reader.size(), $undefined, _depth + 1, message.after);
                            message._after = "after";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ResourceChange.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                    if (!$util.isString(message.key))
                        return "key: string expected";
                if (message.previousRevision != null && $Object.hasOwnProperty.call(message, "previousRevision"))
                    if (!$util.isInteger(message.previousRevision) && !(message.previousRevision && $util.isInteger(message.previousRevision.low) && $util.isInteger(message.previousRevision.high)))
                        return "previousRevision: integer|Long expected";
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation"))
                    if (!$util.isInteger(message.generation) && !(message.generation && $util.isInteger(message.generation.low) && $util.isInteger(message.generation.high)))
                        return "generation: integer|Long expected";
                if (message.fields != null && $Object.hasOwnProperty.call(message, "fields")) {
                    if (!$Array.isArray(message.fields))
                        return "fields: array expected";
                    for (let i = 0; i < message.fields.length; ++i) {
                        let error = $root.sluice.v1.FieldChange.verify(message.fields[i], _depth + 1);
                        if (error)
                            return "fields." + error;
                    }
                }
                if (message.before != null && $Object.hasOwnProperty.call(message, "before")) {
                    properties._before = 1;
                    {
                        let error = $root.sluice.v1.Resource.verify(message.before, _depth + 1);
                        if (error)
                            return "before." + error;
                    }
                }
                if (message.after != null && $Object.hasOwnProperty.call(message, "after")) {
                    properties._after = 1;
                    {
                        let error = $root.sluice.v1.Resource.verify(message.after, _depth + 1);
                        if (error)
                            return "after." + error;
                    }
                }
                return null;
            };

            ResourceChange.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ResourceChange)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ResourceChange: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ResourceChange();
                if (object.key != null)
                    if (typeof object.key !== "string" || object.key.length)
                        message.key = $String(object.key);
                if (object.previousRevision != null)
                    if (typeof object.previousRevision === "object" ? object.previousRevision.low || object.previousRevision.high : $Number(object.previousRevision) !== 0)
                        if ($util.Long)
                            message.previousRevision = $util.Long.fromValue(object.previousRevision, true);
                        else if (typeof object.previousRevision === "string")
                            message.previousRevision = $parseInt(object.previousRevision, 10);
                        else if (typeof object.previousRevision === "number")
                            message.previousRevision = object.previousRevision;
                        else if (typeof object.previousRevision === "object")
                            message.previousRevision = new $util.LongBits(object.previousRevision.low >>> 0, object.previousRevision.high >>> 0).toNumber(true);
                if (object.generation != null)
                    if (typeof object.generation === "object" ? object.generation.low || object.generation.high : $Number(object.generation) !== 0)
                        if ($util.Long)
                            message.generation = $util.Long.fromValue(object.generation, true);
                        else if (typeof object.generation === "string")
                            message.generation = $parseInt(object.generation, 10);
                        else if (typeof object.generation === "number")
                            message.generation = object.generation;
                        else if (typeof object.generation === "object")
                            message.generation = new $util.LongBits(object.generation.low >>> 0, object.generation.high >>> 0).toNumber(true);
                if (object.fields) {
                    if (!$Array.isArray(object.fields))
                        throw $TypeError(".sluice.v1.ResourceChange.fields: array expected");
                    message.fields = $Array(object.fields.length);
                    for (let i = 0; i < object.fields.length; ++i) {
                        if (!$util.isObject(object.fields[i]))
                            throw $TypeError(".sluice.v1.ResourceChange.fields: object expected");
                        message.fields[i] = $root.sluice.v1.FieldChange.fromObject(object.fields[i], _depth + 1);
                    }
                }
                if (object.before != null) {
                    if (!$util.isObject(object.before))
                        throw $TypeError(".sluice.v1.ResourceChange.before: object expected");
                    message.before = $root.sluice.v1.Resource.fromObject(object.before, _depth + 1);
                }
                if (object.after != null) {
                    if (!$util.isObject(object.after))
                        throw $TypeError(".sluice.v1.ResourceChange.after: object expected");
                    message.after = $root.sluice.v1.Resource.fromObject(object.after, _depth + 1);
                }
                return message;
            };

            ResourceChange.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.fields = [];
                if (options.defaults) {
                    object.key = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.previousRevision = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.previousRevision = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                    object.key = message.key;
                if (message.previousRevision != null && $Object.hasOwnProperty.call(message, "previousRevision"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.previousRevision = typeof message.previousRevision === "number" ? $BigInt(message.previousRevision) : $util.Long.fromBits(message.previousRevision.low >>> 0, message.previousRevision.high >>> 0, true).toBigInt();
                    else if (typeof message.previousRevision === "number")
                        object.previousRevision = options.longs === $String ? $String(message.previousRevision) : message.previousRevision;
                    else
                        object.previousRevision = options.longs === $String ? $util.Long.prototype.toString.call(message.previousRevision) : options.longs === $Number ? new $util.LongBits(message.previousRevision.low >>> 0, message.previousRevision.high >>> 0).toNumber(true) : message.previousRevision;
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.generation = typeof message.generation === "number" ? $BigInt(message.generation) : $util.Long.fromBits(message.generation.low >>> 0, message.generation.high >>> 0, true).toBigInt();
                    else if (typeof message.generation === "number")
                        object.generation = options.longs === $String ? $String(message.generation) : message.generation;
                    else
                        object.generation = options.longs === $String ? $util.Long.prototype.toString.call(message.generation) : options.longs === $Number ? new $util.LongBits(message.generation.low >>> 0, message.generation.high >>> 0).toNumber(true) : message.generation;
                if (message.fields && message.fields.length) {
                    object.fields = $Array(message.fields.length);
                    for (let j = 0; j < message.fields.length; ++j)
                        object.fields[j] = $root.sluice.v1.FieldChange.toObject(message.fields[j], options, _depth + 1);
                }
                if (message.before != null && $Object.hasOwnProperty.call(message, "before"))
                    object.before = $root.sluice.v1.Resource.toObject(message.before, options, _depth + 1);
                if (message.after != null && $Object.hasOwnProperty.call(message, "after"))
                    object.after = $root.sluice.v1.Resource.toObject(message.after, options, _depth + 1);
                return object;
            };

            ResourceChange.prototype.toJSON = function() {
                return ResourceChange.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ResourceChange;
        })();

        v1.Origin = (function() {

            const Origin = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Origin.prototype.actor = "";
            Origin.prototype.channel = "";
            Origin.prototype.reason = "";
            Origin.prototype.correlationId = "";

            Origin.create = function(properties) {
                return new Origin(properties);
            };

            Origin.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor") && message.actor !== "")
                    writer.uint32(10).string(message.actor);
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(18).string(message.channel);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.correlationId != null && $Object.hasOwnProperty.call(message, "correlationId") && message.correlationId !== "")
                    writer.uint32(34).string(message.correlationId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Origin.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.Origin();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.actor = value;
                            else
                                delete message.actor;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.correlationId = value;
                            else
                                delete message.correlationId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Origin.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                    if (!$util.isString(message.actor))
                        return "actor: string expected";
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                    if (!$util.isString(message.channel))
                        return "channel: string expected";
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    if (!$util.isString(message.reason))
                        return "reason: string expected";
                if (message.correlationId != null && $Object.hasOwnProperty.call(message, "correlationId"))
                    if (!$util.isString(message.correlationId))
                        return "correlationId: string expected";
                return null;
            };

            Origin.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Origin)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Origin: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Origin();
                if (object.actor != null)
                    if (typeof object.actor !== "string" || object.actor.length)
                        message.actor = $String(object.actor);
                if (object.channel != null)
                    if (typeof object.channel !== "string" || object.channel.length)
                        message.channel = $String(object.channel);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.correlationId != null)
                    if (typeof object.correlationId !== "string" || object.correlationId.length)
                        message.correlationId = $String(object.correlationId);
                return message;
            };

            Origin.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.actor = "";
                    object.channel = "";
                    object.reason = "";
                    object.correlationId = "";
                }
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                    object.actor = message.actor;
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                    object.channel = message.channel;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.correlationId != null && $Object.hasOwnProperty.call(message, "correlationId"))
                    object.correlationId = message.correlationId;
                return object;
            };

            Origin.prototype.toJSON = function() {
                return Origin.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Origin;
        })();

        v1.ConfigEvent = (function() {

            const ConfigEvent = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConfigEvent.prototype.aggregate = "";
            ConfigEvent.prototype.id = "";
            ConfigEvent.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ConfigEvent.prototype.eventId = "";
            ConfigEvent.prototype.timeMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            ConfigEvent.prototype.origin = null;
            ConfigEvent.prototype.previousHash = "";
            ConfigEvent.prototype.configChanged = null;
            ConfigEvent.prototype.adminStateChanged = null;

            let $oneOfFields;

            $Object.defineProperty(ConfigEvent.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["configChanged", "adminStateChanged"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            ConfigEvent.create = function(properties) {
                return new ConfigEvent(properties);
            };

            ConfigEvent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.aggregate != null && $Object.hasOwnProperty.call(message, "aggregate") && message.aggregate !== "")
                    writer.uint32(10).string(message.aggregate);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(18).string(message.id);
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                    writer.uint32(24).uint64(message.seq);
                if (message.eventId != null && $Object.hasOwnProperty.call(message, "eventId") && message.eventId !== "")
                    writer.uint32(34).string(message.eventId);
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs") && (typeof message.timeMs === "object" ? message.timeMs.low || message.timeMs.high : message.timeMs !== 0))
                    writer.uint32(40).int64(message.timeMs);
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.sluice.v1.Origin.encode(message.origin, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.previousHash != null && $Object.hasOwnProperty.call(message, "previousHash") && message.previousHash !== "")
                    writer.uint32(58).string(message.previousHash);
                if (message.configChanged != null && $Object.hasOwnProperty.call(message, "configChanged"))
                    $root.sluice.v1.ConfigChanged.encode(message.configChanged, writer.uint32(162).fork(), _depth + 1).ldelim();
                if (message.adminStateChanged != null && $Object.hasOwnProperty.call(message, "adminStateChanged"))
                    $root.sluice.v1.AdminStateChanged.encode(message.adminStateChanged, writer.uint32(170).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ConfigEvent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.ConfigEvent();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.aggregate = value;
                            else
                                delete message.aggregate;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.seq = value;
                            else
                                delete message.seq;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.eventId = value;
                            else
                                delete message.eventId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.timeMs = value;
                            else
                                delete message.timeMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.sluice.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.previousHash = value;
                            else
                                delete message.previousHash;
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.configChanged = $root.sluice.v1.ConfigChanged.decode(reader, reader.size(), $undefined, _depth + 1, message.configChanged);
                            message.body = "configChanged";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.adminStateChanged = $root.sluice.v1.AdminStateChanged.decode(reader, reader.size(), $undefined, _depth + 1, message.adminStateChanged);
                            message.body = "adminStateChanged";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ConfigEvent.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.aggregate != null && $Object.hasOwnProperty.call(message, "aggregate"))
                    if (!$util.isString(message.aggregate))
                        return "aggregate: string expected";
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    if (!$util.isString(message.id))
                        return "id: string expected";
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    if (!$util.isInteger(message.seq) && !(message.seq && $util.isInteger(message.seq.low) && $util.isInteger(message.seq.high)))
                        return "seq: integer|Long expected";
                if (message.eventId != null && $Object.hasOwnProperty.call(message, "eventId"))
                    if (!$util.isString(message.eventId))
                        return "eventId: string expected";
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs"))
                    if (!$util.isInteger(message.timeMs) && !(message.timeMs && $util.isInteger(message.timeMs.low) && $util.isInteger(message.timeMs.high)))
                        return "timeMs: integer|Long expected";
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin")) {
                    let error = $root.sluice.v1.Origin.verify(message.origin, _depth + 1);
                    if (error)
                        return "origin." + error;
                }
                if (message.previousHash != null && $Object.hasOwnProperty.call(message, "previousHash"))
                    if (!$util.isString(message.previousHash))
                        return "previousHash: string expected";
                if (message.configChanged != null && $Object.hasOwnProperty.call(message, "configChanged")) {
                    properties.body = 1;
                    {
                        let error = $root.sluice.v1.ConfigChanged.verify(message.configChanged, _depth + 1);
                        if (error)
                            return "configChanged." + error;
                    }
                }
                if (message.adminStateChanged != null && $Object.hasOwnProperty.call(message, "adminStateChanged")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.sluice.v1.AdminStateChanged.verify(message.adminStateChanged, _depth + 1);
                        if (error)
                            return "adminStateChanged." + error;
                    }
                }
                return null;
            };

            ConfigEvent.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ConfigEvent)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ConfigEvent: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ConfigEvent();
                if (object.aggregate != null)
                    if (typeof object.aggregate !== "string" || object.aggregate.length)
                        message.aggregate = $String(object.aggregate);
                if (object.id != null)
                    if (typeof object.id !== "string" || object.id.length)
                        message.id = $String(object.id);
                if (object.seq != null)
                    if (typeof object.seq === "object" ? object.seq.low || object.seq.high : $Number(object.seq) !== 0)
                        if ($util.Long)
                            message.seq = $util.Long.fromValue(object.seq, true);
                        else if (typeof object.seq === "string")
                            message.seq = $parseInt(object.seq, 10);
                        else if (typeof object.seq === "number")
                            message.seq = object.seq;
                        else if (typeof object.seq === "object")
                            message.seq = new $util.LongBits(object.seq.low >>> 0, object.seq.high >>> 0).toNumber(true);
                if (object.eventId != null)
                    if (typeof object.eventId !== "string" || object.eventId.length)
                        message.eventId = $String(object.eventId);
                if (object.timeMs != null)
                    if (typeof object.timeMs === "object" ? object.timeMs.low || object.timeMs.high : $Number(object.timeMs) !== 0)
                        if ($util.Long)
                            message.timeMs = $util.Long.fromValue(object.timeMs, false);
                        else if (typeof object.timeMs === "string")
                            message.timeMs = $parseInt(object.timeMs, 10);
                        else if (typeof object.timeMs === "number")
                            message.timeMs = object.timeMs;
                        else if (typeof object.timeMs === "object")
                            message.timeMs = new $util.LongBits(object.timeMs.low >>> 0, object.timeMs.high >>> 0).toNumber();
                if (object.origin != null) {
                    if (!$util.isObject(object.origin))
                        throw $TypeError(".sluice.v1.ConfigEvent.origin: object expected");
                    message.origin = $root.sluice.v1.Origin.fromObject(object.origin, _depth + 1);
                }
                if (object.previousHash != null)
                    if (typeof object.previousHash !== "string" || object.previousHash.length)
                        message.previousHash = $String(object.previousHash);
                if (object.configChanged != null) {
                    if (!$util.isObject(object.configChanged))
                        throw $TypeError(".sluice.v1.ConfigEvent.configChanged: object expected");
                    message.configChanged = $root.sluice.v1.ConfigChanged.fromObject(object.configChanged, _depth + 1);
                }
                if (object.adminStateChanged != null) {
                    if (!$util.isObject(object.adminStateChanged))
                        throw $TypeError(".sluice.v1.ConfigEvent.adminStateChanged: object expected");
                    message.adminStateChanged = $root.sluice.v1.AdminStateChanged.fromObject(object.adminStateChanged, _depth + 1);
                }
                return message;
            };

            ConfigEvent.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.aggregate = "";
                    object.id = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.seq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.seq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.eventId = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.timeMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.timeMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.origin = null;
                    object.previousHash = "";
                }
                if (message.aggregate != null && $Object.hasOwnProperty.call(message, "aggregate"))
                    object.aggregate = message.aggregate;
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = message.id;
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.seq = typeof message.seq === "number" ? $BigInt(message.seq) : $util.Long.fromBits(message.seq.low >>> 0, message.seq.high >>> 0, true).toBigInt();
                    else if (typeof message.seq === "number")
                        object.seq = options.longs === $String ? $String(message.seq) : message.seq;
                    else
                        object.seq = options.longs === $String ? $util.Long.prototype.toString.call(message.seq) : options.longs === $Number ? new $util.LongBits(message.seq.low >>> 0, message.seq.high >>> 0).toNumber(true) : message.seq;
                if (message.eventId != null && $Object.hasOwnProperty.call(message, "eventId"))
                    object.eventId = message.eventId;
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.timeMs = typeof message.timeMs === "number" ? $BigInt(message.timeMs) : $util.Long.fromBits(message.timeMs.low >>> 0, message.timeMs.high >>> 0, false).toBigInt();
                    else if (typeof message.timeMs === "number")
                        object.timeMs = options.longs === $String ? $String(message.timeMs) : message.timeMs;
                    else
                        object.timeMs = options.longs === $String ? $util.Long.prototype.toString.call(message.timeMs) : options.longs === $Number ? new $util.LongBits(message.timeMs.low >>> 0, message.timeMs.high >>> 0).toNumber() : message.timeMs;
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    object.origin = $root.sluice.v1.Origin.toObject(message.origin, options, _depth + 1);
                if (message.previousHash != null && $Object.hasOwnProperty.call(message, "previousHash"))
                    object.previousHash = message.previousHash;
                if (message.configChanged != null && $Object.hasOwnProperty.call(message, "configChanged")) {
                    object.configChanged = $root.sluice.v1.ConfigChanged.toObject(message.configChanged, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "configChanged";
                }
                if (message.adminStateChanged != null && $Object.hasOwnProperty.call(message, "adminStateChanged")) {
                    object.adminStateChanged = $root.sluice.v1.AdminStateChanged.toObject(message.adminStateChanged, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "adminStateChanged";
                }
                return object;
            };

            ConfigEvent.prototype.toJSON = function() {
                return ConfigEvent.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ConfigEvent;
        })();

        v1.ConfigChanged = (function() {

            const ConfigChanged = function (properties) {
                this.changes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConfigChanged.prototype.changes = $util.emptyArray;

            ConfigChanged.create = function(properties) {
                return new ConfigChanged(properties);
            };

            ConfigChanged.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.changes != null && message.changes.length)
                    for (let i = 0; i < message.changes.length; ++i)
                        $root.sluice.v1.ResourceChange.encode(message.changes[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ConfigChanged.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.ConfigChanged();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.changes && message.changes.length))
                                message.changes = [];
                            message.changes.push($root.sluice.v1.ResourceChange.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ConfigChanged.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.changes != null && $Object.hasOwnProperty.call(message, "changes")) {
                    if (!$Array.isArray(message.changes))
                        return "changes: array expected";
                    for (let i = 0; i < message.changes.length; ++i) {
                        let error = $root.sluice.v1.ResourceChange.verify(message.changes[i], _depth + 1);
                        if (error)
                            return "changes." + error;
                    }
                }
                return null;
            };

            ConfigChanged.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ConfigChanged)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ConfigChanged: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ConfigChanged();
                if (object.changes) {
                    if (!$Array.isArray(object.changes))
                        throw $TypeError(".sluice.v1.ConfigChanged.changes: array expected");
                    message.changes = $Array(object.changes.length);
                    for (let i = 0; i < object.changes.length; ++i) {
                        if (!$util.isObject(object.changes[i]))
                            throw $TypeError(".sluice.v1.ConfigChanged.changes: object expected");
                        message.changes[i] = $root.sluice.v1.ResourceChange.fromObject(object.changes[i], _depth + 1);
                    }
                }
                return message;
            };

            ConfigChanged.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.changes = [];
                if (message.changes && message.changes.length) {
                    object.changes = $Array(message.changes.length);
                    for (let j = 0; j < message.changes.length; ++j)
                        object.changes[j] = $root.sluice.v1.ResourceChange.toObject(message.changes[j], options, _depth + 1);
                }
                return object;
            };

            ConfigChanged.prototype.toJSON = function() {
                return ConfigChanged.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ConfigChanged;
        })();

        v1.AdminStateChanged = (function() {

            const AdminStateChanged = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AdminStateChanged.prototype.node = "";
            AdminStateChanged.prototype.from = "";
            AdminStateChanged.prototype.to = "";
            AdminStateChanged.prototype.token = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            AdminStateChanged.create = function(properties) {
                return new AdminStateChanged(properties);
            };

            AdminStateChanged.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(10).string(message.node);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== "")
                    writer.uint32(18).string(message.from);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== "")
                    writer.uint32(26).string(message.to);
                if (message.token != null && $Object.hasOwnProperty.call(message, "token") && (typeof message.token === "object" ? message.token.low || message.token.high : message.token !== 0))
                    writer.uint32(32).uint64(message.token);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AdminStateChanged.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.AdminStateChanged();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.from = value;
                            else
                                delete message.from;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.to = value;
                            else
                                delete message.to;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.token = value;
                            else
                                delete message.token;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AdminStateChanged.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    if (!$util.isString(message.from))
                        return "from: string expected";
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    if (!$util.isString(message.to))
                        return "to: string expected";
                if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                    if (!$util.isInteger(message.token) && !(message.token && $util.isInteger(message.token.low) && $util.isInteger(message.token.high)))
                        return "token: integer|Long expected";
                return null;
            };

            AdminStateChanged.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.AdminStateChanged)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.AdminStateChanged: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.AdminStateChanged();
                if (object.node != null)
                    if (typeof object.node !== "string" || object.node.length)
                        message.node = $String(object.node);
                if (object.from != null)
                    if (typeof object.from !== "string" || object.from.length)
                        message.from = $String(object.from);
                if (object.to != null)
                    if (typeof object.to !== "string" || object.to.length)
                        message.to = $String(object.to);
                if (object.token != null)
                    if (typeof object.token === "object" ? object.token.low || object.token.high : $Number(object.token) !== 0)
                        if ($util.Long)
                            message.token = $util.Long.fromValue(object.token, true);
                        else if (typeof object.token === "string")
                            message.token = $parseInt(object.token, 10);
                        else if (typeof object.token === "number")
                            message.token = object.token;
                        else if (typeof object.token === "object")
                            message.token = new $util.LongBits(object.token.low >>> 0, object.token.high >>> 0).toNumber(true);
                return message;
            };

            AdminStateChanged.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.node = "";
                    object.from = "";
                    object.to = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.token = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.token = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    object.node = message.node;
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    object.from = message.from;
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    object.to = message.to;
                if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.token = typeof message.token === "number" ? $BigInt(message.token) : $util.Long.fromBits(message.token.low >>> 0, message.token.high >>> 0, true).toBigInt();
                    else if (typeof message.token === "number")
                        object.token = options.longs === $String ? $String(message.token) : message.token;
                    else
                        object.token = options.longs === $String ? $util.Long.prototype.toString.call(message.token) : options.longs === $Number ? new $util.LongBits(message.token.low >>> 0, message.token.high >>> 0).toNumber(true) : message.token;
                return object;
            };

            AdminStateChanged.prototype.toJSON = function() {
                return AdminStateChanged.toObject(this, $protobuf.util.toJSONOptions);
            };

            return AdminStateChanged;
        })();

        v1.LogHead = (function() {

            const LogHead = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LogHead.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            LogHead.prototype.hash = "";

            LogHead.create = function(properties) {
                return new LogHead(properties);
            };

            LogHead.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                    writer.uint32(8).uint64(message.seq);
                if (message.hash != null && $Object.hasOwnProperty.call(message, "hash") && message.hash !== "")
                    writer.uint32(18).string(message.hash);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            LogHead.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.LogHead();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.seq = value;
                            else
                                delete message.seq;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hash = value;
                            else
                                delete message.hash;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            LogHead.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    if (!$util.isInteger(message.seq) && !(message.seq && $util.isInteger(message.seq.low) && $util.isInteger(message.seq.high)))
                        return "seq: integer|Long expected";
                if (message.hash != null && $Object.hasOwnProperty.call(message, "hash"))
                    if (!$util.isString(message.hash))
                        return "hash: string expected";
                return null;
            };

            LogHead.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.LogHead)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.LogHead: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.LogHead();
                if (object.seq != null)
                    if (typeof object.seq === "object" ? object.seq.low || object.seq.high : $Number(object.seq) !== 0)
                        if ($util.Long)
                            message.seq = $util.Long.fromValue(object.seq, true);
                        else if (typeof object.seq === "string")
                            message.seq = $parseInt(object.seq, 10);
                        else if (typeof object.seq === "number")
                            message.seq = object.seq;
                        else if (typeof object.seq === "object")
                            message.seq = new $util.LongBits(object.seq.low >>> 0, object.seq.high >>> 0).toNumber(true);
                if (object.hash != null)
                    if (typeof object.hash !== "string" || object.hash.length)
                        message.hash = $String(object.hash);
                return message;
            };

            LogHead.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.seq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.seq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.hash = "";
                }
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.seq = typeof message.seq === "number" ? $BigInt(message.seq) : $util.Long.fromBits(message.seq.low >>> 0, message.seq.high >>> 0, true).toBigInt();
                    else if (typeof message.seq === "number")
                        object.seq = options.longs === $String ? $String(message.seq) : message.seq;
                    else
                        object.seq = options.longs === $String ? $util.Long.prototype.toString.call(message.seq) : options.longs === $Number ? new $util.LongBits(message.seq.low >>> 0, message.seq.high >>> 0).toNumber(true) : message.seq;
                if (message.hash != null && $Object.hasOwnProperty.call(message, "hash"))
                    object.hash = message.hash;
                return object;
            };

            LogHead.prototype.toJSON = function() {
                return LogHead.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LogHead;
        })();

        v1.RealServerPlan = (function() {

            const RealServerPlan = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RealServerPlan.prototype.address = "";
            RealServerPlan.prototype.port = 0;
            RealServerPlan.prototype.weight = 0;

            RealServerPlan.create = function(properties) {
                return new RealServerPlan(properties);
            };

            RealServerPlan.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(10).string(message.address);
                if (message.port != null && $Object.hasOwnProperty.call(message, "port") && message.port !== 0)
                    writer.uint32(16).uint32(message.port);
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight") && message.weight !== 0)
                    writer.uint32(24).uint32(message.weight);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RealServerPlan.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.RealServerPlan();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.port = value;
                            else
                                delete message.port;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.weight = value;
                            else
                                delete message.weight;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            RealServerPlan.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    if (!$util.isString(message.address))
                        return "address: string expected";
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    if (!$util.isInteger(message.port))
                        return "port: integer expected";
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight"))
                    if (!$util.isInteger(message.weight))
                        return "weight: integer expected";
                return null;
            };

            RealServerPlan.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.RealServerPlan)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.RealServerPlan: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.RealServerPlan();
                if (object.address != null)
                    if (typeof object.address !== "string" || object.address.length)
                        message.address = $String(object.address);
                if (object.port != null)
                    if ($Number(object.port) !== 0)
                        message.port = object.port >>> 0;
                if (object.weight != null)
                    if ($Number(object.weight) !== 0)
                        message.weight = object.weight >>> 0;
                return message;
            };

            RealServerPlan.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.address = "";
                    object.port = 0;
                    object.weight = 0;
                }
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    object.address = message.address;
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    object.port = message.port;
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight"))
                    object.weight = message.weight;
                return object;
            };

            RealServerPlan.prototype.toJSON = function() {
                return RealServerPlan.toObject(this, $protobuf.util.toJSONOptions);
            };

            return RealServerPlan;
        })();

        v1.ServiceObject = (function() {

            const ServiceObject = function (properties) {
                this.listeners = [];
                this.realServers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ServiceObject.prototype.name = "";
            ServiceObject.prototype.listeners = $util.emptyArray;
            ServiceObject.prototype.protocol = "";
            ServiceObject.prototype.scheduler = "";
            ServiceObject.prototype.forwarding = "";
            ServiceObject.prototype.localAddressPool = null;
            ServiceObject.prototype.realServers = $util.emptyArray;
            ServiceObject.prototype.healthCheck = null;
            ServiceObject.prototype.onFailure = "";

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ServiceObject.prototype, "_localAddressPool", {
                get: $util.oneOfGetter($oneOfFields = ["localAddressPool"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ServiceObject.prototype, "_healthCheck", {
                get: $util.oneOfGetter($oneOfFields = ["healthCheck"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            ServiceObject.create = function(properties) {
                return new ServiceObject(properties);
            };

            ServiceObject.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.listeners != null && message.listeners.length)
                    for (let i = 0; i < message.listeners.length; ++i)
                        $root.sluice.v1.Endpoint.encode(message.listeners[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== "")
                    writer.uint32(26).string(message.protocol);
                if (message.scheduler != null && $Object.hasOwnProperty.call(message, "scheduler") && message.scheduler !== "")
                    writer.uint32(34).string(message.scheduler);
                if (message.forwarding != null && $Object.hasOwnProperty.call(message, "forwarding") && message.forwarding !== "")
                    writer.uint32(42).string(message.forwarding);
                if (message.localAddressPool != null && $Object.hasOwnProperty.call(message, "localAddressPool"))
                    writer.uint32(50).string(message.localAddressPool);
                if (message.realServers != null && message.realServers.length)
                    for (let i = 0; i < message.realServers.length; ++i)
                        $root.sluice.v1.RealServerPlan.encode(message.realServers[i], writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.healthCheck != null && $Object.hasOwnProperty.call(message, "healthCheck"))
                    $root.sluice.v1.HealthCheck.encode(message.healthCheck, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.onFailure != null && $Object.hasOwnProperty.call(message, "onFailure") && message.onFailure !== "")
                    writer.uint32(74).string(message.onFailure);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ServiceObject.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.ServiceObject();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.listeners && message.listeners.length))
                                message.listeners = [];
                            message.listeners.push($root.sluice.v1.Endpoint.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.protocol = value;
                            else
                                delete message.protocol;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.scheduler = value;
                            else
                                delete message.scheduler;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.forwarding = value;
                            else
                                delete message.forwarding;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.localAddressPool = reader.stringVerify();
                            message._localAddressPool = "localAddressPool";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.realServers && message.realServers.length))
                                message.realServers = [];
                            message.realServers.push($root.sluice.v1.RealServerPlan.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.healthCheck = $root.sluice.v1.HealthCheck.decode(reader, reader.size(), $undefined, _depth + 1, message.healthCheck);
                            message._healthCheck = "healthCheck";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.onFailure = value;
                            else
                                delete message.onFailure;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ServiceObject.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    if (!$util.isString(message.name))
                        return "name: string expected";
                if (message.listeners != null && $Object.hasOwnProperty.call(message, "listeners")) {
                    if (!$Array.isArray(message.listeners))
                        return "listeners: array expected";
                    for (let i = 0; i < message.listeners.length; ++i) {
                        let error = $root.sluice.v1.Endpoint.verify(message.listeners[i], _depth + 1);
                        if (error)
                            return "listeners." + error;
                    }
                }
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol"))
                    if (!$util.isString(message.protocol))
                        return "protocol: string expected";
                if (message.scheduler != null && $Object.hasOwnProperty.call(message, "scheduler"))
                    if (!$util.isString(message.scheduler))
                        return "scheduler: string expected";
                if (message.forwarding != null && $Object.hasOwnProperty.call(message, "forwarding"))
                    if (!$util.isString(message.forwarding))
                        return "forwarding: string expected";
                if (message.localAddressPool != null && $Object.hasOwnProperty.call(message, "localAddressPool")) {
                    properties._localAddressPool = 1;
                    if (!$util.isString(message.localAddressPool))
                        return "localAddressPool: string expected";
                }
                if (message.realServers != null && $Object.hasOwnProperty.call(message, "realServers")) {
                    if (!$Array.isArray(message.realServers))
                        return "realServers: array expected";
                    for (let i = 0; i < message.realServers.length; ++i) {
                        let error = $root.sluice.v1.RealServerPlan.verify(message.realServers[i], _depth + 1);
                        if (error)
                            return "realServers." + error;
                    }
                }
                if (message.healthCheck != null && $Object.hasOwnProperty.call(message, "healthCheck")) {
                    properties._healthCheck = 1;
                    {
                        let error = $root.sluice.v1.HealthCheck.verify(message.healthCheck, _depth + 1);
                        if (error)
                            return "healthCheck." + error;
                    }
                }
                if (message.onFailure != null && $Object.hasOwnProperty.call(message, "onFailure"))
                    if (!$util.isString(message.onFailure))
                        return "onFailure: string expected";
                return null;
            };

            ServiceObject.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ServiceObject)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ServiceObject: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ServiceObject();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.listeners) {
                    if (!$Array.isArray(object.listeners))
                        throw $TypeError(".sluice.v1.ServiceObject.listeners: array expected");
                    message.listeners = $Array(object.listeners.length);
                    for (let i = 0; i < object.listeners.length; ++i) {
                        if (!$util.isObject(object.listeners[i]))
                            throw $TypeError(".sluice.v1.ServiceObject.listeners: object expected");
                        message.listeners[i] = $root.sluice.v1.Endpoint.fromObject(object.listeners[i], _depth + 1);
                    }
                }
                if (object.protocol != null)
                    if (typeof object.protocol !== "string" || object.protocol.length)
                        message.protocol = $String(object.protocol);
                if (object.scheduler != null)
                    if (typeof object.scheduler !== "string" || object.scheduler.length)
                        message.scheduler = $String(object.scheduler);
                if (object.forwarding != null)
                    if (typeof object.forwarding !== "string" || object.forwarding.length)
                        message.forwarding = $String(object.forwarding);
                if (object.localAddressPool != null)
                    message.localAddressPool = $String(object.localAddressPool);
                if (object.realServers) {
                    if (!$Array.isArray(object.realServers))
                        throw $TypeError(".sluice.v1.ServiceObject.realServers: array expected");
                    message.realServers = $Array(object.realServers.length);
                    for (let i = 0; i < object.realServers.length; ++i) {
                        if (!$util.isObject(object.realServers[i]))
                            throw $TypeError(".sluice.v1.ServiceObject.realServers: object expected");
                        message.realServers[i] = $root.sluice.v1.RealServerPlan.fromObject(object.realServers[i], _depth + 1);
                    }
                }
                if (object.healthCheck != null) {
                    if (!$util.isObject(object.healthCheck))
                        throw $TypeError(".sluice.v1.ServiceObject.healthCheck: object expected");
                    message.healthCheck = $root.sluice.v1.HealthCheck.fromObject(object.healthCheck, _depth + 1);
                }
                if (object.onFailure != null)
                    if (typeof object.onFailure !== "string" || object.onFailure.length)
                        message.onFailure = $String(object.onFailure);
                return message;
            };

            ServiceObject.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.listeners = [];
                    object.realServers = [];
                }
                if (options.defaults) {
                    object.name = "";
                    object.protocol = "";
                    object.scheduler = "";
                    object.forwarding = "";
                    object.onFailure = "";
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.listeners && message.listeners.length) {
                    object.listeners = $Array(message.listeners.length);
                    for (let j = 0; j < message.listeners.length; ++j)
                        object.listeners[j] = $root.sluice.v1.Endpoint.toObject(message.listeners[j], options, _depth + 1);
                }
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol"))
                    object.protocol = message.protocol;
                if (message.scheduler != null && $Object.hasOwnProperty.call(message, "scheduler"))
                    object.scheduler = message.scheduler;
                if (message.forwarding != null && $Object.hasOwnProperty.call(message, "forwarding"))
                    object.forwarding = message.forwarding;
                if (message.localAddressPool != null && $Object.hasOwnProperty.call(message, "localAddressPool"))
                    object.localAddressPool = message.localAddressPool;
                if (message.realServers && message.realServers.length) {
                    object.realServers = $Array(message.realServers.length);
                    for (let j = 0; j < message.realServers.length; ++j)
                        object.realServers[j] = $root.sluice.v1.RealServerPlan.toObject(message.realServers[j], options, _depth + 1);
                }
                if (message.healthCheck != null && $Object.hasOwnProperty.call(message, "healthCheck"))
                    object.healthCheck = $root.sluice.v1.HealthCheck.toObject(message.healthCheck, options, _depth + 1);
                if (message.onFailure != null && $Object.hasOwnProperty.call(message, "onFailure"))
                    object.onFailure = message.onFailure;
                return object;
            };

            ServiceObject.prototype.toJSON = function() {
                return ServiceObject.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ServiceObject;
        })();

        v1.VrrpInstancePlan = (function() {

            const VrrpInstancePlan = function (properties) {
                this.addresses = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            VrrpInstancePlan.prototype.name = "";
            VrrpInstancePlan.prototype["interface"] = "";
            VrrpInstancePlan.prototype.virtualRouterId = 0;
            VrrpInstancePlan.prototype.family = "";
            VrrpInstancePlan.prototype.advertIntervalMs = 0;
            VrrpInstancePlan.prototype.priority = 0;
            VrrpInstancePlan.prototype.addresses = $util.emptyArray;

            VrrpInstancePlan.create = function(properties) {
                return new VrrpInstancePlan(properties);
            };

            VrrpInstancePlan.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface") && message["interface"] !== "")
                    writer.uint32(18).string(message["interface"]);
                if (message.virtualRouterId != null && $Object.hasOwnProperty.call(message, "virtualRouterId") && message.virtualRouterId !== 0)
                    writer.uint32(24).uint32(message.virtualRouterId);
                if (message.family != null && $Object.hasOwnProperty.call(message, "family") && message.family !== "")
                    writer.uint32(34).string(message.family);
                if (message.advertIntervalMs != null && $Object.hasOwnProperty.call(message, "advertIntervalMs") && message.advertIntervalMs !== 0)
                    writer.uint32(40).uint32(message.advertIntervalMs);
                if (message.priority != null && $Object.hasOwnProperty.call(message, "priority") && message.priority !== 0)
                    writer.uint32(48).uint32(message.priority);
                if (message.addresses != null && message.addresses.length)
                    for (let i = 0; i < message.addresses.length; ++i)
                        $root.sluice.v1.CarriedAddress.encode(message.addresses[i], writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            VrrpInstancePlan.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.VrrpInstancePlan();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message["interface"] = value;
                            else
                                delete message["interface"];
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.virtualRouterId = value;
                            else
                                delete message.virtualRouterId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.family = value;
                            else
                                delete message.family;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.advertIntervalMs = value;
                            else
                                delete message.advertIntervalMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.priority = value;
                            else
                                delete message.priority;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.addresses && message.addresses.length))
                                message.addresses = [];
                            message.addresses.push($root.sluice.v1.CarriedAddress.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            VrrpInstancePlan.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    if (!$util.isString(message.name))
                        return "name: string expected";
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface"))
                    if (!$util.isString(message["interface"]))
                        return "interface: string expected";
                if (message.virtualRouterId != null && $Object.hasOwnProperty.call(message, "virtualRouterId"))
                    if (!$util.isInteger(message.virtualRouterId))
                        return "virtualRouterId: integer expected";
                if (message.family != null && $Object.hasOwnProperty.call(message, "family"))
                    if (!$util.isString(message.family))
                        return "family: string expected";
                if (message.advertIntervalMs != null && $Object.hasOwnProperty.call(message, "advertIntervalMs"))
                    if (!$util.isInteger(message.advertIntervalMs))
                        return "advertIntervalMs: integer expected";
                if (message.priority != null && $Object.hasOwnProperty.call(message, "priority"))
                    if (!$util.isInteger(message.priority))
                        return "priority: integer expected";
                if (message.addresses != null && $Object.hasOwnProperty.call(message, "addresses")) {
                    if (!$Array.isArray(message.addresses))
                        return "addresses: array expected";
                    for (let i = 0; i < message.addresses.length; ++i) {
                        let error = $root.sluice.v1.CarriedAddress.verify(message.addresses[i], _depth + 1);
                        if (error)
                            return "addresses." + error;
                    }
                }
                return null;
            };

            VrrpInstancePlan.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.VrrpInstancePlan)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.VrrpInstancePlan: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.VrrpInstancePlan();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object["interface"] != null)
                    if (typeof object["interface"] !== "string" || object["interface"].length)
                        message["interface"] = $String(object["interface"]);
                if (object.virtualRouterId != null)
                    if ($Number(object.virtualRouterId) !== 0)
                        message.virtualRouterId = object.virtualRouterId >>> 0;
                if (object.family != null)
                    if (typeof object.family !== "string" || object.family.length)
                        message.family = $String(object.family);
                if (object.advertIntervalMs != null)
                    if ($Number(object.advertIntervalMs) !== 0)
                        message.advertIntervalMs = object.advertIntervalMs >>> 0;
                if (object.priority != null)
                    if ($Number(object.priority) !== 0)
                        message.priority = object.priority >>> 0;
                if (object.addresses) {
                    if (!$Array.isArray(object.addresses))
                        throw $TypeError(".sluice.v1.VrrpInstancePlan.addresses: array expected");
                    message.addresses = $Array(object.addresses.length);
                    for (let i = 0; i < object.addresses.length; ++i) {
                        if (!$util.isObject(object.addresses[i]))
                            throw $TypeError(".sluice.v1.VrrpInstancePlan.addresses: object expected");
                        message.addresses[i] = $root.sluice.v1.CarriedAddress.fromObject(object.addresses[i], _depth + 1);
                    }
                }
                return message;
            };

            VrrpInstancePlan.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.addresses = [];
                if (options.defaults) {
                    object.name = "";
                    object["interface"] = "";
                    object.virtualRouterId = 0;
                    object.family = "";
                    object.advertIntervalMs = 0;
                    object.priority = 0;
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface"))
                    object["interface"] = message["interface"];
                if (message.virtualRouterId != null && $Object.hasOwnProperty.call(message, "virtualRouterId"))
                    object.virtualRouterId = message.virtualRouterId;
                if (message.family != null && $Object.hasOwnProperty.call(message, "family"))
                    object.family = message.family;
                if (message.advertIntervalMs != null && $Object.hasOwnProperty.call(message, "advertIntervalMs"))
                    object.advertIntervalMs = message.advertIntervalMs;
                if (message.priority != null && $Object.hasOwnProperty.call(message, "priority"))
                    object.priority = message.priority;
                if (message.addresses && message.addresses.length) {
                    object.addresses = $Array(message.addresses.length);
                    for (let j = 0; j < message.addresses.length; ++j)
                        object.addresses[j] = $root.sluice.v1.CarriedAddress.toObject(message.addresses[j], options, _depth + 1);
                }
                return object;
            };

            VrrpInstancePlan.prototype.toJSON = function() {
                return VrrpInstancePlan.toObject(this, $protobuf.util.toJSONOptions);
            };

            return VrrpInstancePlan;
        })();

        v1.ConnectionSync = (function() {

            const ConnectionSync = function (properties) {
                this.peerAddresses = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConnectionSync.prototype["interface"] = "";
            ConnectionSync.prototype.localAddress = "";
            ConnectionSync.prototype.peerAddresses = $util.emptyArray;

            ConnectionSync.create = function(properties) {
                return new ConnectionSync(properties);
            };

            ConnectionSync.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface") && message["interface"] !== "")
                    writer.uint32(10).string(message["interface"]);
                if (message.localAddress != null && $Object.hasOwnProperty.call(message, "localAddress") && message.localAddress !== "")
                    writer.uint32(18).string(message.localAddress);
                if (message.peerAddresses != null && message.peerAddresses.length)
                    for (let i = 0; i < message.peerAddresses.length; ++i)
                        writer.uint32(26).string(message.peerAddresses[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ConnectionSync.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.ConnectionSync();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message["interface"] = value;
                            else
                                delete message["interface"];
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.localAddress = value;
                            else
                                delete message.localAddress;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.peerAddresses && message.peerAddresses.length))
                                message.peerAddresses = [];
                            message.peerAddresses.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ConnectionSync.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface"))
                    if (!$util.isString(message["interface"]))
                        return "interface: string expected";
                if (message.localAddress != null && $Object.hasOwnProperty.call(message, "localAddress"))
                    if (!$util.isString(message.localAddress))
                        return "localAddress: string expected";
                if (message.peerAddresses != null && $Object.hasOwnProperty.call(message, "peerAddresses")) {
                    if (!$Array.isArray(message.peerAddresses))
                        return "peerAddresses: array expected";
                    for (let i = 0; i < message.peerAddresses.length; ++i)
                        if (!$util.isString(message.peerAddresses[i]))
                            return "peerAddresses: string[] expected";
                }
                return null;
            };

            ConnectionSync.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ConnectionSync)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ConnectionSync: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ConnectionSync();
                if (object["interface"] != null)
                    if (typeof object["interface"] !== "string" || object["interface"].length)
                        message["interface"] = $String(object["interface"]);
                if (object.localAddress != null)
                    if (typeof object.localAddress !== "string" || object.localAddress.length)
                        message.localAddress = $String(object.localAddress);
                if (object.peerAddresses) {
                    if (!$Array.isArray(object.peerAddresses))
                        throw $TypeError(".sluice.v1.ConnectionSync.peerAddresses: array expected");
                    message.peerAddresses = $Array(object.peerAddresses.length);
                    for (let i = 0; i < object.peerAddresses.length; ++i)
                        message.peerAddresses[i] = $String(object.peerAddresses[i]);
                }
                return message;
            };

            ConnectionSync.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.peerAddresses = [];
                if (options.defaults) {
                    object["interface"] = "";
                    object.localAddress = "";
                }
                if (message["interface"] != null && $Object.hasOwnProperty.call(message, "interface"))
                    object["interface"] = message["interface"];
                if (message.localAddress != null && $Object.hasOwnProperty.call(message, "localAddress"))
                    object.localAddress = message.localAddress;
                if (message.peerAddresses && message.peerAddresses.length) {
                    object.peerAddresses = $Array(message.peerAddresses.length);
                    for (let j = 0; j < message.peerAddresses.length; ++j)
                        object.peerAddresses[j] = message.peerAddresses[j];
                }
                return object;
            };

            ConnectionSync.prototype.toJSON = function() {
                return ConnectionSync.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ConnectionSync;
        })();

        v1.NodeObject = (function() {

            const NodeObject = function (properties) {
                this.ownAddresses = [];
                this.pools = {};
                this.vrrp = [];
                this.staticAddresses = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            NodeObject.prototype.node = "";
            NodeObject.prototype.cluster = "";
            NodeObject.prototype.driver = "";
            NodeObject.prototype.managementAddress = "";
            NodeObject.prototype.ownAddresses = $util.emptyArray;
            NodeObject.prototype.pools = $util.emptyObject;
            NodeObject.prototype.vrrp = $util.emptyArray;
            NodeObject.prototype.staticAddresses = $util.emptyArray;
            NodeObject.prototype.connectionSync = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(NodeObject.prototype, "_connectionSync", {
                get: $util.oneOfGetter($oneOfFields = ["connectionSync"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            NodeObject.create = function(properties) {
                return new NodeObject(properties);
            };

            NodeObject.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(10).string(message.node);
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(18).string(message.cluster);
                if (message.driver != null && $Object.hasOwnProperty.call(message, "driver") && message.driver !== "")
                    writer.uint32(26).string(message.driver);
                if (message.managementAddress != null && $Object.hasOwnProperty.call(message, "managementAddress") && message.managementAddress !== "")
                    writer.uint32(34).string(message.managementAddress);
                if (message.ownAddresses != null && message.ownAddresses.length)
                    for (let i = 0; i < message.ownAddresses.length; ++i)
                        writer.uint32(42).string(message.ownAddresses[i]);
                if (message.pools != null && $Object.hasOwnProperty.call(message, "pools"))
                    for (let keys = $Object.keys(message.pools), i = 0; i < keys.length; ++i) {
                        writer.uint32(50).fork().uint32(10).string(keys[i]);
                        $root.sluice.v1.StringList.encode(message.pools[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                    }
                if (message.vrrp != null && message.vrrp.length)
                    for (let i = 0; i < message.vrrp.length; ++i)
                        $root.sluice.v1.VrrpInstancePlan.encode(message.vrrp[i], writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.staticAddresses != null && message.staticAddresses.length)
                    for (let i = 0; i < message.staticAddresses.length; ++i)
                        $root.sluice.v1.CarriedAddress.encode(message.staticAddresses[i], writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.connectionSync != null && $Object.hasOwnProperty.call(message, "connectionSync"))
                    $root.sluice.v1.ConnectionSync.encode(message.connectionSync, writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            NodeObject.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.NodeObject();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.driver = value;
                            else
                                delete message.driver;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.managementAddress = value;
                            else
                                delete message.managementAddress;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ownAddresses && message.ownAddresses.length))
                                message.ownAddresses = [];
                            message.ownAddresses.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (message.pools === $util.emptyObject)
                                message.pools = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = null;
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = $root.sluice.v1.StringList.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.pools, key);
                            message.pools[key] = value || new $root.sluice.v1.StringList();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.vrrp && message.vrrp.length))
                                message.vrrp = [];
                            message.vrrp.push($root.sluice.v1.VrrpInstancePlan.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.staticAddresses && message.staticAddresses.length))
                                message.staticAddresses = [];
                            message.staticAddresses.push($root.sluice.v1.CarriedAddress.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.connectionSync = $root.sluice.v1.ConnectionSync.decode(reader, reader.size(), $undefined, _depth + 1, message.connectionSync);
                            message._connectionSync = "connectionSync";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            NodeObject.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    if (!$util.isString(message.cluster))
                        return "cluster: string expected";
                if (message.driver != null && $Object.hasOwnProperty.call(message, "driver"))
                    if (!$util.isString(message.driver))
                        return "driver: string expected";
                if (message.managementAddress != null && $Object.hasOwnProperty.call(message, "managementAddress"))
                    if (!$util.isString(message.managementAddress))
                        return "managementAddress: string expected";
                if (message.ownAddresses != null && $Object.hasOwnProperty.call(message, "ownAddresses")) {
                    if (!$Array.isArray(message.ownAddresses))
                        return "ownAddresses: array expected";
                    for (let i = 0; i < message.ownAddresses.length; ++i)
                        if (!$util.isString(message.ownAddresses[i]))
                            return "ownAddresses: string[] expected";
                }
                if (message.pools != null && $Object.hasOwnProperty.call(message, "pools")) {
                    if (!$util.isObject(message.pools))
                        return "pools: object expected";
                    let key = $Object.keys(message.pools);
                    for (let i = 0; i < key.length; ++i) {
                        let error = $root.sluice.v1.StringList.verify(message.pools[key[i]], _depth + 1);
                        if (error)
                            return "pools." + error;
                    }
                }
                if (message.vrrp != null && $Object.hasOwnProperty.call(message, "vrrp")) {
                    if (!$Array.isArray(message.vrrp))
                        return "vrrp: array expected";
                    for (let i = 0; i < message.vrrp.length; ++i) {
                        let error = $root.sluice.v1.VrrpInstancePlan.verify(message.vrrp[i], _depth + 1);
                        if (error)
                            return "vrrp." + error;
                    }
                }
                if (message.staticAddresses != null && $Object.hasOwnProperty.call(message, "staticAddresses")) {
                    if (!$Array.isArray(message.staticAddresses))
                        return "staticAddresses: array expected";
                    for (let i = 0; i < message.staticAddresses.length; ++i) {
                        let error = $root.sluice.v1.CarriedAddress.verify(message.staticAddresses[i], _depth + 1);
                        if (error)
                            return "staticAddresses." + error;
                    }
                }
                if (message.connectionSync != null && $Object.hasOwnProperty.call(message, "connectionSync")) {
                    properties._connectionSync = 1;
                    {
                        let error = $root.sluice.v1.ConnectionSync.verify(message.connectionSync, _depth + 1);
                        if (error)
                            return "connectionSync." + error;
                    }
                }
                return null;
            };

            NodeObject.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.NodeObject)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.NodeObject: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.NodeObject();
                if (object.node != null)
                    if (typeof object.node !== "string" || object.node.length)
                        message.node = $String(object.node);
                if (object.cluster != null)
                    if (typeof object.cluster !== "string" || object.cluster.length)
                        message.cluster = $String(object.cluster);
                if (object.driver != null)
                    if (typeof object.driver !== "string" || object.driver.length)
                        message.driver = $String(object.driver);
                if (object.managementAddress != null)
                    if (typeof object.managementAddress !== "string" || object.managementAddress.length)
                        message.managementAddress = $String(object.managementAddress);
                if (object.ownAddresses) {
                    if (!$Array.isArray(object.ownAddresses))
                        throw $TypeError(".sluice.v1.NodeObject.ownAddresses: array expected");
                    message.ownAddresses = $Array(object.ownAddresses.length);
                    for (let i = 0; i < object.ownAddresses.length; ++i)
                        message.ownAddresses[i] = $String(object.ownAddresses[i]);
                }
                if (object.pools) {
                    if (!$util.isObject(object.pools))
                        throw $TypeError(".sluice.v1.NodeObject.pools: object expected");
                    message.pools = {};
                    for (let keys = $Object.keys(object.pools), i = 0; i < keys.length; ++i) {
                        if (keys[i] === "__proto__")
                            $util.makeProp(message.pools, keys[i]);
                        if (!$util.isObject(object.pools[keys[i]]))
                            throw $TypeError(".sluice.v1.NodeObject.pools: object expected");
                        message.pools[keys[i]] = $root.sluice.v1.StringList.fromObject(object.pools[keys[i]], _depth + 1);
                    }
                }
                if (object.vrrp) {
                    if (!$Array.isArray(object.vrrp))
                        throw $TypeError(".sluice.v1.NodeObject.vrrp: array expected");
                    message.vrrp = $Array(object.vrrp.length);
                    for (let i = 0; i < object.vrrp.length; ++i) {
                        if (!$util.isObject(object.vrrp[i]))
                            throw $TypeError(".sluice.v1.NodeObject.vrrp: object expected");
                        message.vrrp[i] = $root.sluice.v1.VrrpInstancePlan.fromObject(object.vrrp[i], _depth + 1);
                    }
                }
                if (object.staticAddresses) {
                    if (!$Array.isArray(object.staticAddresses))
                        throw $TypeError(".sluice.v1.NodeObject.staticAddresses: array expected");
                    message.staticAddresses = $Array(object.staticAddresses.length);
                    for (let i = 0; i < object.staticAddresses.length; ++i) {
                        if (!$util.isObject(object.staticAddresses[i]))
                            throw $TypeError(".sluice.v1.NodeObject.staticAddresses: object expected");
                        message.staticAddresses[i] = $root.sluice.v1.CarriedAddress.fromObject(object.staticAddresses[i], _depth + 1);
                    }
                }
                if (object.connectionSync != null) {
                    if (!$util.isObject(object.connectionSync))
                        throw $TypeError(".sluice.v1.NodeObject.connectionSync: object expected");
                    message.connectionSync = $root.sluice.v1.ConnectionSync.fromObject(object.connectionSync, _depth + 1);
                }
                return message;
            };

            NodeObject.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.ownAddresses = [];
                    object.vrrp = [];
                    object.staticAddresses = [];
                }
                if (options.objects || options.defaults)
                    object.pools = {};
                if (options.defaults) {
                    object.node = "";
                    object.cluster = "";
                    object.driver = "";
                    object.managementAddress = "";
                }
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    object.node = message.node;
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    object.cluster = message.cluster;
                if (message.driver != null && $Object.hasOwnProperty.call(message, "driver"))
                    object.driver = message.driver;
                if (message.managementAddress != null && $Object.hasOwnProperty.call(message, "managementAddress"))
                    object.managementAddress = message.managementAddress;
                if (message.ownAddresses && message.ownAddresses.length) {
                    object.ownAddresses = $Array(message.ownAddresses.length);
                    for (let j = 0; j < message.ownAddresses.length; ++j)
                        object.ownAddresses[j] = message.ownAddresses[j];
                }
                let keys2;
                if (message.pools && (keys2 = $Object.keys(message.pools)).length) {
                    object.pools = {};
                    for (let j = 0; j < keys2.length; ++j) {
                        if (keys2[j] === "__proto__")
                            $util.makeProp(object.pools, keys2[j]);
                        object.pools[keys2[j]] = $root.sluice.v1.StringList.toObject(message.pools[keys2[j]], options, _depth + 1);
                    }
                }
                if (message.vrrp && message.vrrp.length) {
                    object.vrrp = $Array(message.vrrp.length);
                    for (let j = 0; j < message.vrrp.length; ++j)
                        object.vrrp[j] = $root.sluice.v1.VrrpInstancePlan.toObject(message.vrrp[j], options, _depth + 1);
                }
                if (message.staticAddresses && message.staticAddresses.length) {
                    object.staticAddresses = $Array(message.staticAddresses.length);
                    for (let j = 0; j < message.staticAddresses.length; ++j)
                        object.staticAddresses[j] = $root.sluice.v1.CarriedAddress.toObject(message.staticAddresses[j], options, _depth + 1);
                }
                if (message.connectionSync != null && $Object.hasOwnProperty.call(message, "connectionSync"))
                    object.connectionSync = $root.sluice.v1.ConnectionSync.toObject(message.connectionSync, options, _depth + 1);
                return object;
            };

            NodeObject.prototype.toJSON = function() {
                return NodeObject.toObject(this, $protobuf.util.toJSONOptions);
            };

            return NodeObject;
        })();

        v1.TreeEntry = (function() {

            const TreeEntry = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            TreeEntry.prototype.name = "";
            TreeEntry.prototype.digest = "";

            TreeEntry.create = function(properties) {
                return new TreeEntry(properties);
            };

            TreeEntry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest !== "")
                    writer.uint32(18).string(message.digest);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            TreeEntry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.TreeEntry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.digest = value;
                            else
                                delete message.digest;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            TreeEntry.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    if (!$util.isString(message.name))
                        return "name: string expected";
                if (message.digest != null && $Object.hasOwnProperty.call(message, "digest"))
                    if (!$util.isString(message.digest))
                        return "digest: string expected";
                return null;
            };

            TreeEntry.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.TreeEntry)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.TreeEntry: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.TreeEntry();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.digest != null)
                    if (typeof object.digest !== "string" || object.digest.length)
                        message.digest = $String(object.digest);
                return message;
            };

            TreeEntry.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.name = "";
                    object.digest = "";
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.digest != null && $Object.hasOwnProperty.call(message, "digest"))
                    object.digest = message.digest;
                return object;
            };

            TreeEntry.prototype.toJSON = function() {
                return TreeEntry.toObject(this, $protobuf.util.toJSONOptions);
            };

            return TreeEntry;
        })();

        v1.TreeShard = (function() {

            const TreeShard = function (properties) {
                this.entries = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            TreeShard.prototype.entries = $util.emptyArray;

            TreeShard.create = function(properties) {
                return new TreeShard(properties);
            };

            TreeShard.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.entries != null && message.entries.length)
                    for (let i = 0; i < message.entries.length; ++i)
                        $root.sluice.v1.TreeEntry.encode(message.entries[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            TreeShard.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.TreeShard();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.entries && message.entries.length))
                                message.entries = [];
                            message.entries.push($root.sluice.v1.TreeEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            TreeShard.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.entries != null && $Object.hasOwnProperty.call(message, "entries")) {
                    if (!$Array.isArray(message.entries))
                        return "entries: array expected";
                    for (let i = 0; i < message.entries.length; ++i) {
                        let error = $root.sluice.v1.TreeEntry.verify(message.entries[i], _depth + 1);
                        if (error)
                            return "entries." + error;
                    }
                }
                return null;
            };

            TreeShard.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.TreeShard)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.TreeShard: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.TreeShard();
                if (object.entries) {
                    if (!$Array.isArray(object.entries))
                        throw $TypeError(".sluice.v1.TreeShard.entries: array expected");
                    message.entries = $Array(object.entries.length);
                    for (let i = 0; i < object.entries.length; ++i) {
                        if (!$util.isObject(object.entries[i]))
                            throw $TypeError(".sluice.v1.TreeShard.entries: object expected");
                        message.entries[i] = $root.sluice.v1.TreeEntry.fromObject(object.entries[i], _depth + 1);
                    }
                }
                return message;
            };

            TreeShard.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.entries = [];
                if (message.entries && message.entries.length) {
                    object.entries = $Array(message.entries.length);
                    for (let j = 0; j < message.entries.length; ++j)
                        object.entries[j] = $root.sluice.v1.TreeEntry.toObject(message.entries[j], options, _depth + 1);
                }
                return object;
            };

            TreeShard.prototype.toJSON = function() {
                return TreeShard.toObject(this, $protobuf.util.toJSONOptions);
            };

            return TreeShard;
        })();

        v1.TreeRoot = (function() {

            const TreeRoot = function (properties) {
                this.shards = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            TreeRoot.prototype.shards = $util.emptyArray;

            TreeRoot.create = function(properties) {
                return new TreeRoot(properties);
            };

            TreeRoot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shards != null && message.shards.length)
                    for (let i = 0; i < message.shards.length; ++i)
                        writer.uint32(10).string(message.shards[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            TreeRoot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.TreeRoot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.shards && message.shards.length))
                                message.shards = [];
                            message.shards.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            TreeRoot.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.shards != null && $Object.hasOwnProperty.call(message, "shards")) {
                    if (!$Array.isArray(message.shards))
                        return "shards: array expected";
                    for (let i = 0; i < message.shards.length; ++i)
                        if (!$util.isString(message.shards[i]))
                            return "shards: string[] expected";
                }
                return null;
            };

            TreeRoot.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.TreeRoot)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.TreeRoot: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.TreeRoot();
                if (object.shards) {
                    if (!$Array.isArray(object.shards))
                        throw $TypeError(".sluice.v1.TreeRoot.shards: array expected");
                    message.shards = $Array(object.shards.length);
                    for (let i = 0; i < object.shards.length; ++i)
                        message.shards[i] = $String(object.shards[i]);
                }
                return message;
            };

            TreeRoot.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.shards = [];
                if (message.shards && message.shards.length) {
                    object.shards = $Array(message.shards.length);
                    for (let j = 0; j < message.shards.length; ++j)
                        object.shards[j] = message.shards[j];
                }
                return object;
            };

            TreeRoot.prototype.toJSON = function() {
                return TreeRoot.toObject(this, $protobuf.util.toJSONOptions);
            };

            return TreeRoot;
        })();

        v1.Generation = (function() {

            const Generation = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Generation.prototype.cluster = "";
            Generation.prototype.generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Generation.prototype.root = "";
            Generation.prototype.revision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Generation.prototype.parent = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            Generation.create = function(properties) {
                return new Generation(properties);
            };

            Generation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(10).string(message.cluster);
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation") && (typeof message.generation === "object" ? message.generation.low || message.generation.high : message.generation !== 0))
                    writer.uint32(16).uint64(message.generation);
                if (message.root != null && $Object.hasOwnProperty.call(message, "root") && message.root !== "")
                    writer.uint32(26).string(message.root);
                if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && (typeof message.revision === "object" ? message.revision.low || message.revision.high : message.revision !== 0))
                    writer.uint32(32).uint64(message.revision);
                if (message.parent != null && $Object.hasOwnProperty.call(message, "parent") && (typeof message.parent === "object" ? message.parent.low || message.parent.high : message.parent !== 0))
                    writer.uint32(40).uint64(message.parent);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Generation.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.Generation();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.generation = value;
                            else
                                delete message.generation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.root = value;
                            else
                                delete message.root;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.revision = value;
                            else
                                delete message.revision;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.parent = value;
                            else
                                delete message.parent;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Generation.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    if (!$util.isString(message.cluster))
                        return "cluster: string expected";
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation"))
                    if (!$util.isInteger(message.generation) && !(message.generation && $util.isInteger(message.generation.low) && $util.isInteger(message.generation.high)))
                        return "generation: integer|Long expected";
                if (message.root != null && $Object.hasOwnProperty.call(message, "root"))
                    if (!$util.isString(message.root))
                        return "root: string expected";
                if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                    if (!$util.isInteger(message.revision) && !(message.revision && $util.isInteger(message.revision.low) && $util.isInteger(message.revision.high)))
                        return "revision: integer|Long expected";
                if (message.parent != null && $Object.hasOwnProperty.call(message, "parent"))
                    if (!$util.isInteger(message.parent) && !(message.parent && $util.isInteger(message.parent.low) && $util.isInteger(message.parent.high)))
                        return "parent: integer|Long expected";
                return null;
            };

            Generation.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Generation)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Generation: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Generation();
                if (object.cluster != null)
                    if (typeof object.cluster !== "string" || object.cluster.length)
                        message.cluster = $String(object.cluster);
                if (object.generation != null)
                    if (typeof object.generation === "object" ? object.generation.low || object.generation.high : $Number(object.generation) !== 0)
                        if ($util.Long)
                            message.generation = $util.Long.fromValue(object.generation, true);
                        else if (typeof object.generation === "string")
                            message.generation = $parseInt(object.generation, 10);
                        else if (typeof object.generation === "number")
                            message.generation = object.generation;
                        else if (typeof object.generation === "object")
                            message.generation = new $util.LongBits(object.generation.low >>> 0, object.generation.high >>> 0).toNumber(true);
                if (object.root != null)
                    if (typeof object.root !== "string" || object.root.length)
                        message.root = $String(object.root);
                if (object.revision != null)
                    if (typeof object.revision === "object" ? object.revision.low || object.revision.high : $Number(object.revision) !== 0)
                        if ($util.Long)
                            message.revision = $util.Long.fromValue(object.revision, true);
                        else if (typeof object.revision === "string")
                            message.revision = $parseInt(object.revision, 10);
                        else if (typeof object.revision === "number")
                            message.revision = object.revision;
                        else if (typeof object.revision === "object")
                            message.revision = new $util.LongBits(object.revision.low >>> 0, object.revision.high >>> 0).toNumber(true);
                if (object.parent != null)
                    if (typeof object.parent === "object" ? object.parent.low || object.parent.high : $Number(object.parent) !== 0)
                        if ($util.Long)
                            message.parent = $util.Long.fromValue(object.parent, true);
                        else if (typeof object.parent === "string")
                            message.parent = $parseInt(object.parent, 10);
                        else if (typeof object.parent === "number")
                            message.parent = object.parent;
                        else if (typeof object.parent === "object")
                            message.parent = new $util.LongBits(object.parent.low >>> 0, object.parent.high >>> 0).toNumber(true);
                return message;
            };

            Generation.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.cluster = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.root = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.revision = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.revision = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.parent = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.parent = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    object.cluster = message.cluster;
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.generation = typeof message.generation === "number" ? $BigInt(message.generation) : $util.Long.fromBits(message.generation.low >>> 0, message.generation.high >>> 0, true).toBigInt();
                    else if (typeof message.generation === "number")
                        object.generation = options.longs === $String ? $String(message.generation) : message.generation;
                    else
                        object.generation = options.longs === $String ? $util.Long.prototype.toString.call(message.generation) : options.longs === $Number ? new $util.LongBits(message.generation.low >>> 0, message.generation.high >>> 0).toNumber(true) : message.generation;
                if (message.root != null && $Object.hasOwnProperty.call(message, "root"))
                    object.root = message.root;
                if (message.revision != null && $Object.hasOwnProperty.call(message, "revision"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.revision = typeof message.revision === "number" ? $BigInt(message.revision) : $util.Long.fromBits(message.revision.low >>> 0, message.revision.high >>> 0, true).toBigInt();
                    else if (typeof message.revision === "number")
                        object.revision = options.longs === $String ? $String(message.revision) : message.revision;
                    else
                        object.revision = options.longs === $String ? $util.Long.prototype.toString.call(message.revision) : options.longs === $Number ? new $util.LongBits(message.revision.low >>> 0, message.revision.high >>> 0).toNumber(true) : message.revision;
                if (message.parent != null && $Object.hasOwnProperty.call(message, "parent"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.parent = typeof message.parent === "number" ? $BigInt(message.parent) : $util.Long.fromBits(message.parent.low >>> 0, message.parent.high >>> 0, true).toBigInt();
                    else if (typeof message.parent === "number")
                        object.parent = options.longs === $String ? $String(message.parent) : message.parent;
                    else
                        object.parent = options.longs === $String ? $util.Long.prototype.toString.call(message.parent) : options.longs === $Number ? new $util.LongBits(message.parent.low >>> 0, message.parent.high >>> 0).toNumber(true) : message.parent;
                return object;
            };

            Generation.prototype.toJSON = function() {
                return Generation.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Generation;
        })();

        v1.NodeRef = (function() {

            const NodeRef = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            NodeRef.prototype.node = "";
            NodeRef.prototype.plan = null;
            NodeRef.prototype.nodeObject = "";
            NodeRef.prototype.adminState = "";
            NodeRef.prototype.token = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            NodeRef.prototype.revert = false;
            NodeRef.prototype.writtenAtMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            NodeRef.create = function(properties) {
                return new NodeRef(properties);
            };

            NodeRef.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(10).string(message.node);
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    $root.sluice.v1.PlanRef.encode(message.plan, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.nodeObject != null && $Object.hasOwnProperty.call(message, "nodeObject") && message.nodeObject !== "")
                    writer.uint32(26).string(message.nodeObject);
                if (message.adminState != null && $Object.hasOwnProperty.call(message, "adminState") && message.adminState !== "")
                    writer.uint32(34).string(message.adminState);
                if (message.token != null && $Object.hasOwnProperty.call(message, "token") && (typeof message.token === "object" ? message.token.low || message.token.high : message.token !== 0))
                    writer.uint32(40).uint64(message.token);
                if (message.revert != null && $Object.hasOwnProperty.call(message, "revert") && message.revert !== false)
                    writer.uint32(48).bool(message.revert);
                if (message.writtenAtMs != null && $Object.hasOwnProperty.call(message, "writtenAtMs") && (typeof message.writtenAtMs === "object" ? message.writtenAtMs.low || message.writtenAtMs.high : message.writtenAtMs !== 0))
                    writer.uint32(56).int64(message.writtenAtMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            NodeRef.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.NodeRef();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.plan = $root.sluice.v1.PlanRef.decode(reader, reader.size(), $undefined, _depth + 1, message.plan);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.nodeObject = value;
                            else
                                delete message.nodeObject;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.adminState = value;
                            else
                                delete message.adminState;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.token = value;
                            else
                                delete message.token;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.revert = value;
                            else
                                delete message.revert;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.writtenAtMs = value;
                            else
                                delete message.writtenAtMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            NodeRef.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan")) {
                    let error = $root.sluice.v1.PlanRef.verify(message.plan, _depth + 1);
                    if (error)
                        return "plan." + error;
                }
                if (message.nodeObject != null && $Object.hasOwnProperty.call(message, "nodeObject"))
                    if (!$util.isString(message.nodeObject))
                        return "nodeObject: string expected";
                if (message.adminState != null && $Object.hasOwnProperty.call(message, "adminState"))
                    if (!$util.isString(message.adminState))
                        return "adminState: string expected";
                if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                    if (!$util.isInteger(message.token) && !(message.token && $util.isInteger(message.token.low) && $util.isInteger(message.token.high)))
                        return "token: integer|Long expected";
                if (message.revert != null && $Object.hasOwnProperty.call(message, "revert"))
                    if (typeof message.revert !== "boolean")
                        return "revert: boolean expected";
                if (message.writtenAtMs != null && $Object.hasOwnProperty.call(message, "writtenAtMs"))
                    if (!$util.isInteger(message.writtenAtMs) && !(message.writtenAtMs && $util.isInteger(message.writtenAtMs.low) && $util.isInteger(message.writtenAtMs.high)))
                        return "writtenAtMs: integer|Long expected";
                return null;
            };

            NodeRef.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.NodeRef)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.NodeRef: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.NodeRef();
                if (object.node != null)
                    if (typeof object.node !== "string" || object.node.length)
                        message.node = $String(object.node);
                if (object.plan != null) {
                    if (!$util.isObject(object.plan))
                        throw $TypeError(".sluice.v1.NodeRef.plan: object expected");
                    message.plan = $root.sluice.v1.PlanRef.fromObject(object.plan, _depth + 1);
                }
                if (object.nodeObject != null)
                    if (typeof object.nodeObject !== "string" || object.nodeObject.length)
                        message.nodeObject = $String(object.nodeObject);
                if (object.adminState != null)
                    if (typeof object.adminState !== "string" || object.adminState.length)
                        message.adminState = $String(object.adminState);
                if (object.token != null)
                    if (typeof object.token === "object" ? object.token.low || object.token.high : $Number(object.token) !== 0)
                        if ($util.Long)
                            message.token = $util.Long.fromValue(object.token, true);
                        else if (typeof object.token === "string")
                            message.token = $parseInt(object.token, 10);
                        else if (typeof object.token === "number")
                            message.token = object.token;
                        else if (typeof object.token === "object")
                            message.token = new $util.LongBits(object.token.low >>> 0, object.token.high >>> 0).toNumber(true);
                if (object.revert != null)
                    if (object.revert)
                        message.revert = $Boolean(object.revert);
                if (object.writtenAtMs != null)
                    if (typeof object.writtenAtMs === "object" ? object.writtenAtMs.low || object.writtenAtMs.high : $Number(object.writtenAtMs) !== 0)
                        if ($util.Long)
                            message.writtenAtMs = $util.Long.fromValue(object.writtenAtMs, false);
                        else if (typeof object.writtenAtMs === "string")
                            message.writtenAtMs = $parseInt(object.writtenAtMs, 10);
                        else if (typeof object.writtenAtMs === "number")
                            message.writtenAtMs = object.writtenAtMs;
                        else if (typeof object.writtenAtMs === "object")
                            message.writtenAtMs = new $util.LongBits(object.writtenAtMs.low >>> 0, object.writtenAtMs.high >>> 0).toNumber();
                return message;
            };

            NodeRef.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.node = "";
                    object.plan = null;
                    object.nodeObject = "";
                    object.adminState = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.token = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.token = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.revert = false;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.writtenAtMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.writtenAtMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    object.node = message.node;
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    object.plan = $root.sluice.v1.PlanRef.toObject(message.plan, options, _depth + 1);
                if (message.nodeObject != null && $Object.hasOwnProperty.call(message, "nodeObject"))
                    object.nodeObject = message.nodeObject;
                if (message.adminState != null && $Object.hasOwnProperty.call(message, "adminState"))
                    object.adminState = message.adminState;
                if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.token = typeof message.token === "number" ? $BigInt(message.token) : $util.Long.fromBits(message.token.low >>> 0, message.token.high >>> 0, true).toBigInt();
                    else if (typeof message.token === "number")
                        object.token = options.longs === $String ? $String(message.token) : message.token;
                    else
                        object.token = options.longs === $String ? $util.Long.prototype.toString.call(message.token) : options.longs === $Number ? new $util.LongBits(message.token.low >>> 0, message.token.high >>> 0).toNumber(true) : message.token;
                if (message.revert != null && $Object.hasOwnProperty.call(message, "revert"))
                    object.revert = message.revert;
                if (message.writtenAtMs != null && $Object.hasOwnProperty.call(message, "writtenAtMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.writtenAtMs = typeof message.writtenAtMs === "number" ? $BigInt(message.writtenAtMs) : $util.Long.fromBits(message.writtenAtMs.low >>> 0, message.writtenAtMs.high >>> 0, false).toBigInt();
                    else if (typeof message.writtenAtMs === "number")
                        object.writtenAtMs = options.longs === $String ? $String(message.writtenAtMs) : message.writtenAtMs;
                    else
                        object.writtenAtMs = options.longs === $String ? $util.Long.prototype.toString.call(message.writtenAtMs) : options.longs === $Number ? new $util.LongBits(message.writtenAtMs.low >>> 0, message.writtenAtMs.high >>> 0).toNumber() : message.writtenAtMs;
                return object;
            };

            NodeRef.prototype.toJSON = function() {
                return NodeRef.toObject(this, $protobuf.util.toJSONOptions);
            };

            return NodeRef;
        })();

        v1.Lock = (function() {

            const Lock = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Lock.prototype.domain = "";
            Lock.prototype.owner = "";
            Lock.prototype.reason = "";
            Lock.prototype.takenAtMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            Lock.create = function(properties) {
                return new Lock(properties);
            };

            Lock.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.domain != null && $Object.hasOwnProperty.call(message, "domain") && message.domain !== "")
                    writer.uint32(10).string(message.domain);
                if (message.owner != null && $Object.hasOwnProperty.call(message, "owner") && message.owner !== "")
                    writer.uint32(18).string(message.owner);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.takenAtMs != null && $Object.hasOwnProperty.call(message, "takenAtMs") && (typeof message.takenAtMs === "object" ? message.takenAtMs.low || message.takenAtMs.high : message.takenAtMs !== 0))
                    writer.uint32(32).int64(message.takenAtMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Lock.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.Lock();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.domain = value;
                            else
                                delete message.domain;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.owner = value;
                            else
                                delete message.owner;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.takenAtMs = value;
                            else
                                delete message.takenAtMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Lock.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.domain != null && $Object.hasOwnProperty.call(message, "domain"))
                    if (!$util.isString(message.domain))
                        return "domain: string expected";
                if (message.owner != null && $Object.hasOwnProperty.call(message, "owner"))
                    if (!$util.isString(message.owner))
                        return "owner: string expected";
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    if (!$util.isString(message.reason))
                        return "reason: string expected";
                if (message.takenAtMs != null && $Object.hasOwnProperty.call(message, "takenAtMs"))
                    if (!$util.isInteger(message.takenAtMs) && !(message.takenAtMs && $util.isInteger(message.takenAtMs.low) && $util.isInteger(message.takenAtMs.high)))
                        return "takenAtMs: integer|Long expected";
                return null;
            };

            Lock.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Lock)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Lock: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Lock();
                if (object.domain != null)
                    if (typeof object.domain !== "string" || object.domain.length)
                        message.domain = $String(object.domain);
                if (object.owner != null)
                    if (typeof object.owner !== "string" || object.owner.length)
                        message.owner = $String(object.owner);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.takenAtMs != null)
                    if (typeof object.takenAtMs === "object" ? object.takenAtMs.low || object.takenAtMs.high : $Number(object.takenAtMs) !== 0)
                        if ($util.Long)
                            message.takenAtMs = $util.Long.fromValue(object.takenAtMs, false);
                        else if (typeof object.takenAtMs === "string")
                            message.takenAtMs = $parseInt(object.takenAtMs, 10);
                        else if (typeof object.takenAtMs === "number")
                            message.takenAtMs = object.takenAtMs;
                        else if (typeof object.takenAtMs === "object")
                            message.takenAtMs = new $util.LongBits(object.takenAtMs.low >>> 0, object.takenAtMs.high >>> 0).toNumber();
                return message;
            };

            Lock.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.domain = "";
                    object.owner = "";
                    object.reason = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.takenAtMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.takenAtMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.domain != null && $Object.hasOwnProperty.call(message, "domain"))
                    object.domain = message.domain;
                if (message.owner != null && $Object.hasOwnProperty.call(message, "owner"))
                    object.owner = message.owner;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.takenAtMs != null && $Object.hasOwnProperty.call(message, "takenAtMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.takenAtMs = typeof message.takenAtMs === "number" ? $BigInt(message.takenAtMs) : $util.Long.fromBits(message.takenAtMs.low >>> 0, message.takenAtMs.high >>> 0, false).toBigInt();
                    else if (typeof message.takenAtMs === "number")
                        object.takenAtMs = options.longs === $String ? $String(message.takenAtMs) : message.takenAtMs;
                    else
                        object.takenAtMs = options.longs === $String ? $util.Long.prototype.toString.call(message.takenAtMs) : options.longs === $Number ? new $util.LongBits(message.takenAtMs.low >>> 0, message.takenAtMs.high >>> 0).toNumber() : message.takenAtMs;
                return object;
            };

            Lock.prototype.toJSON = function() {
                return Lock.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Lock;
        })();

        v1.VrrpStatus = (function() {

            const VrrpStatus = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            VrrpStatus.prototype.instance = "";
            VrrpStatus.prototype.state = "";
            VrrpStatus.prototype.priority = 0;
            VrrpStatus.prototype.sinceMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            VrrpStatus.prototype.masterDownMs = 0;

            VrrpStatus.create = function(properties) {
                return new VrrpStatus(properties);
            };

            VrrpStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.instance != null && $Object.hasOwnProperty.call(message, "instance") && message.instance !== "")
                    writer.uint32(10).string(message.instance);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(18).string(message.state);
                if (message.priority != null && $Object.hasOwnProperty.call(message, "priority") && message.priority !== 0)
                    writer.uint32(24).uint32(message.priority);
                if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs") && (typeof message.sinceMs === "object" ? message.sinceMs.low || message.sinceMs.high : message.sinceMs !== 0))
                    writer.uint32(32).int64(message.sinceMs);
                if (message.masterDownMs != null && $Object.hasOwnProperty.call(message, "masterDownMs") && message.masterDownMs !== 0)
                    writer.uint32(40).uint32(message.masterDownMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            VrrpStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.VrrpStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.instance = value;
                            else
                                delete message.instance;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.priority = value;
                            else
                                delete message.priority;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.sinceMs = value;
                            else
                                delete message.sinceMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.masterDownMs = value;
                            else
                                delete message.masterDownMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            VrrpStatus.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.instance != null && $Object.hasOwnProperty.call(message, "instance"))
                    if (!$util.isString(message.instance))
                        return "instance: string expected";
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    if (!$util.isString(message.state))
                        return "state: string expected";
                if (message.priority != null && $Object.hasOwnProperty.call(message, "priority"))
                    if (!$util.isInteger(message.priority))
                        return "priority: integer expected";
                if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs"))
                    if (!$util.isInteger(message.sinceMs) && !(message.sinceMs && $util.isInteger(message.sinceMs.low) && $util.isInteger(message.sinceMs.high)))
                        return "sinceMs: integer|Long expected";
                if (message.masterDownMs != null && $Object.hasOwnProperty.call(message, "masterDownMs"))
                    if (!$util.isInteger(message.masterDownMs))
                        return "masterDownMs: integer expected";
                return null;
            };

            VrrpStatus.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.VrrpStatus)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.VrrpStatus: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.VrrpStatus();
                if (object.instance != null)
                    if (typeof object.instance !== "string" || object.instance.length)
                        message.instance = $String(object.instance);
                if (object.state != null)
                    if (typeof object.state !== "string" || object.state.length)
                        message.state = $String(object.state);
                if (object.priority != null)
                    if ($Number(object.priority) !== 0)
                        message.priority = object.priority >>> 0;
                if (object.sinceMs != null)
                    if (typeof object.sinceMs === "object" ? object.sinceMs.low || object.sinceMs.high : $Number(object.sinceMs) !== 0)
                        if ($util.Long)
                            message.sinceMs = $util.Long.fromValue(object.sinceMs, false);
                        else if (typeof object.sinceMs === "string")
                            message.sinceMs = $parseInt(object.sinceMs, 10);
                        else if (typeof object.sinceMs === "number")
                            message.sinceMs = object.sinceMs;
                        else if (typeof object.sinceMs === "object")
                            message.sinceMs = new $util.LongBits(object.sinceMs.low >>> 0, object.sinceMs.high >>> 0).toNumber();
                if (object.masterDownMs != null)
                    if ($Number(object.masterDownMs) !== 0)
                        message.masterDownMs = object.masterDownMs >>> 0;
                return message;
            };

            VrrpStatus.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.instance = "";
                    object.state = "";
                    object.priority = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.sinceMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.sinceMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.masterDownMs = 0;
                }
                if (message.instance != null && $Object.hasOwnProperty.call(message, "instance"))
                    object.instance = message.instance;
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    object.state = message.state;
                if (message.priority != null && $Object.hasOwnProperty.call(message, "priority"))
                    object.priority = message.priority;
                if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.sinceMs = typeof message.sinceMs === "number" ? $BigInt(message.sinceMs) : $util.Long.fromBits(message.sinceMs.low >>> 0, message.sinceMs.high >>> 0, false).toBigInt();
                    else if (typeof message.sinceMs === "number")
                        object.sinceMs = options.longs === $String ? $String(message.sinceMs) : message.sinceMs;
                    else
                        object.sinceMs = options.longs === $String ? $util.Long.prototype.toString.call(message.sinceMs) : options.longs === $Number ? new $util.LongBits(message.sinceMs.low >>> 0, message.sinceMs.high >>> 0).toNumber() : message.sinceMs;
                if (message.masterDownMs != null && $Object.hasOwnProperty.call(message, "masterDownMs"))
                    object.masterDownMs = message.masterDownMs;
                return object;
            };

            VrrpStatus.prototype.toJSON = function() {
                return VrrpStatus.toObject(this, $protobuf.util.toJSONOptions);
            };

            return VrrpStatus;
        })();

        v1.RealServerHealth = (function() {

            const RealServerHealth = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RealServerHealth.prototype.service = "";
            RealServerHealth.prototype.realServer = "";
            RealServerHealth.prototype.state = "";
            RealServerHealth.prototype.reason = "";

            RealServerHealth.create = function(properties) {
                return new RealServerHealth(properties);
            };

            RealServerHealth.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.service != null && $Object.hasOwnProperty.call(message, "service") && message.service !== "")
                    writer.uint32(10).string(message.service);
                if (message.realServer != null && $Object.hasOwnProperty.call(message, "realServer") && message.realServer !== "")
                    writer.uint32(18).string(message.realServer);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(26).string(message.state);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(34).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RealServerHealth.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.RealServerHealth();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.service = value;
                            else
                                delete message.service;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.realServer = value;
                            else
                                delete message.realServer;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            RealServerHealth.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                    if (!$util.isString(message.service))
                        return "service: string expected";
                if (message.realServer != null && $Object.hasOwnProperty.call(message, "realServer"))
                    if (!$util.isString(message.realServer))
                        return "realServer: string expected";
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    if (!$util.isString(message.state))
                        return "state: string expected";
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    if (!$util.isString(message.reason))
                        return "reason: string expected";
                return null;
            };

            RealServerHealth.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.RealServerHealth)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.RealServerHealth: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.RealServerHealth();
                if (object.service != null)
                    if (typeof object.service !== "string" || object.service.length)
                        message.service = $String(object.service);
                if (object.realServer != null)
                    if (typeof object.realServer !== "string" || object.realServer.length)
                        message.realServer = $String(object.realServer);
                if (object.state != null)
                    if (typeof object.state !== "string" || object.state.length)
                        message.state = $String(object.state);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            RealServerHealth.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.service = "";
                    object.realServer = "";
                    object.state = "";
                    object.reason = "";
                }
                if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                    object.service = message.service;
                if (message.realServer != null && $Object.hasOwnProperty.call(message, "realServer"))
                    object.realServer = message.realServer;
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    object.state = message.state;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            RealServerHealth.prototype.toJSON = function() {
                return RealServerHealth.toObject(this, $protobuf.util.toJSONOptions);
            };

            return RealServerHealth;
        })();

        v1.ServiceSummary = (function() {

            const ServiceSummary = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ServiceSummary.prototype.name = "";
            ServiceSummary.prototype.realServersUp = 0;
            ServiceSummary.prototype.realServersTotal = 0;
            ServiceSummary.prototype.connections = 0;

            ServiceSummary.create = function(properties) {
                return new ServiceSummary(properties);
            };

            ServiceSummary.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.realServersUp != null && $Object.hasOwnProperty.call(message, "realServersUp") && message.realServersUp !== 0)
                    writer.uint32(16).uint32(message.realServersUp);
                if (message.realServersTotal != null && $Object.hasOwnProperty.call(message, "realServersTotal") && message.realServersTotal !== 0)
                    writer.uint32(24).uint32(message.realServersTotal);
                if (message.connections != null && $Object.hasOwnProperty.call(message, "connections") && message.connections !== 0)
                    writer.uint32(32).uint32(message.connections);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ServiceSummary.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.ServiceSummary();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.realServersUp = value;
                            else
                                delete message.realServersUp;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.realServersTotal = value;
                            else
                                delete message.realServersTotal;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.connections = value;
                            else
                                delete message.connections;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ServiceSummary.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    if (!$util.isString(message.name))
                        return "name: string expected";
                if (message.realServersUp != null && $Object.hasOwnProperty.call(message, "realServersUp"))
                    if (!$util.isInteger(message.realServersUp))
                        return "realServersUp: integer expected";
                if (message.realServersTotal != null && $Object.hasOwnProperty.call(message, "realServersTotal"))
                    if (!$util.isInteger(message.realServersTotal))
                        return "realServersTotal: integer expected";
                if (message.connections != null && $Object.hasOwnProperty.call(message, "connections"))
                    if (!$util.isInteger(message.connections))
                        return "connections: integer expected";
                return null;
            };

            ServiceSummary.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ServiceSummary)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ServiceSummary: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ServiceSummary();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.realServersUp != null)
                    if ($Number(object.realServersUp) !== 0)
                        message.realServersUp = object.realServersUp >>> 0;
                if (object.realServersTotal != null)
                    if ($Number(object.realServersTotal) !== 0)
                        message.realServersTotal = object.realServersTotal >>> 0;
                if (object.connections != null)
                    if ($Number(object.connections) !== 0)
                        message.connections = object.connections >>> 0;
                return message;
            };

            ServiceSummary.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.name = "";
                    object.realServersUp = 0;
                    object.realServersTotal = 0;
                    object.connections = 0;
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.realServersUp != null && $Object.hasOwnProperty.call(message, "realServersUp"))
                    object.realServersUp = message.realServersUp;
                if (message.realServersTotal != null && $Object.hasOwnProperty.call(message, "realServersTotal"))
                    object.realServersTotal = message.realServersTotal;
                if (message.connections != null && $Object.hasOwnProperty.call(message, "connections"))
                    object.connections = message.connections;
                return object;
            };

            ServiceSummary.prototype.toJSON = function() {
                return ServiceSummary.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ServiceSummary;
        })();

        v1.NodeStatus = (function() {

            const NodeStatus = function (properties) {
                this.vrrp = [];
                this.ownedAddresses = [];
                this.services = [];
                this.notUp = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            NodeStatus.prototype.cluster = "";
            NodeStatus.prototype.node = "";
            NodeStatus.prototype.bootId = "";
            NodeStatus.prototype.agentVersion = "";
            NodeStatus.prototype.agentStartedAtMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            NodeStatus.prototype.kernelVersion = "";
            NodeStatus.prototype.timeMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            NodeStatus.prototype.convergence = "";
            NodeStatus.prototype.problem = null;
            NodeStatus.prototype.applied = null;
            NodeStatus.prototype.wanted = null;
            NodeStatus.prototype.adminState = "";
            NodeStatus.prototype.storeConnected = false;
            NodeStatus.prototype.busConnected = false;
            NodeStatus.prototype.eventsWaiting = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            NodeStatus.prototype.eventsLost = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            NodeStatus.prototype.vrrp = $util.emptyArray;
            NodeStatus.prototype.ownedAddresses = $util.emptyArray;
            NodeStatus.prototype.services = $util.emptyArray;
            NodeStatus.prototype.servicesTotal = 0;
            NodeStatus.prototype.realServersUp = 0;
            NodeStatus.prototype.realServersTotal = 0;
            NodeStatus.prototype.notUp = $util.emptyArray;
            NodeStatus.prototype.foreign = 0;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(NodeStatus.prototype, "_problem", {
                get: $util.oneOfGetter($oneOfFields = ["problem"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(NodeStatus.prototype, "_applied", {
                get: $util.oneOfGetter($oneOfFields = ["applied"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(NodeStatus.prototype, "_wanted", {
                get: $util.oneOfGetter($oneOfFields = ["wanted"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            NodeStatus.create = function(properties) {
                return new NodeStatus(properties);
            };

            NodeStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(10).string(message.cluster);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(18).string(message.node);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId !== "")
                    writer.uint32(26).string(message.bootId);
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion") && message.agentVersion !== "")
                    writer.uint32(34).string(message.agentVersion);
                if (message.agentStartedAtMs != null && $Object.hasOwnProperty.call(message, "agentStartedAtMs") && (typeof message.agentStartedAtMs === "object" ? message.agentStartedAtMs.low || message.agentStartedAtMs.high : message.agentStartedAtMs !== 0))
                    writer.uint32(40).int64(message.agentStartedAtMs);
                if (message.kernelVersion != null && $Object.hasOwnProperty.call(message, "kernelVersion") && message.kernelVersion !== "")
                    writer.uint32(50).string(message.kernelVersion);
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs") && (typeof message.timeMs === "object" ? message.timeMs.low || message.timeMs.high : message.timeMs !== 0))
                    writer.uint32(56).int64(message.timeMs);
                if (message.convergence != null && $Object.hasOwnProperty.call(message, "convergence") && message.convergence !== "")
                    writer.uint32(66).string(message.convergence);
                if (message.problem != null && $Object.hasOwnProperty.call(message, "problem"))
                    writer.uint32(74).string(message.problem);
                if (message.applied != null && $Object.hasOwnProperty.call(message, "applied"))
                    $root.sluice.v1.PlanRef.encode(message.applied, writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.wanted != null && $Object.hasOwnProperty.call(message, "wanted"))
                    $root.sluice.v1.PlanRef.encode(message.wanted, writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.adminState != null && $Object.hasOwnProperty.call(message, "adminState") && message.adminState !== "")
                    writer.uint32(98).string(message.adminState);
                if (message.storeConnected != null && $Object.hasOwnProperty.call(message, "storeConnected") && message.storeConnected !== false)
                    writer.uint32(104).bool(message.storeConnected);
                if (message.busConnected != null && $Object.hasOwnProperty.call(message, "busConnected") && message.busConnected !== false)
                    writer.uint32(112).bool(message.busConnected);
                if (message.eventsWaiting != null && $Object.hasOwnProperty.call(message, "eventsWaiting") && (typeof message.eventsWaiting === "object" ? message.eventsWaiting.low || message.eventsWaiting.high : message.eventsWaiting !== 0))
                    writer.uint32(120).uint64(message.eventsWaiting);
                if (message.eventsLost != null && $Object.hasOwnProperty.call(message, "eventsLost") && (typeof message.eventsLost === "object" ? message.eventsLost.low || message.eventsLost.high : message.eventsLost !== 0))
                    writer.uint32(128).uint64(message.eventsLost);
                if (message.vrrp != null && message.vrrp.length)
                    for (let i = 0; i < message.vrrp.length; ++i)
                        $root.sluice.v1.VrrpStatus.encode(message.vrrp[i], writer.uint32(138).fork(), _depth + 1).ldelim();
                if (message.ownedAddresses != null && message.ownedAddresses.length)
                    for (let i = 0; i < message.ownedAddresses.length; ++i)
                        writer.uint32(146).string(message.ownedAddresses[i]);
                if (message.services != null && message.services.length)
                    for (let i = 0; i < message.services.length; ++i)
                        $root.sluice.v1.ServiceSummary.encode(message.services[i], writer.uint32(154).fork(), _depth + 1).ldelim();
                if (message.servicesTotal != null && $Object.hasOwnProperty.call(message, "servicesTotal") && message.servicesTotal !== 0)
                    writer.uint32(160).uint32(message.servicesTotal);
                if (message.realServersUp != null && $Object.hasOwnProperty.call(message, "realServersUp") && message.realServersUp !== 0)
                    writer.uint32(168).uint32(message.realServersUp);
                if (message.realServersTotal != null && $Object.hasOwnProperty.call(message, "realServersTotal") && message.realServersTotal !== 0)
                    writer.uint32(176).uint32(message.realServersTotal);
                if (message.notUp != null && message.notUp.length)
                    for (let i = 0; i < message.notUp.length; ++i)
                        $root.sluice.v1.RealServerHealth.encode(message.notUp[i], writer.uint32(186).fork(), _depth + 1).ldelim();
                if (message.foreign != null && $Object.hasOwnProperty.call(message, "foreign") && message.foreign !== 0)
                    writer.uint32(192).uint32(message.foreign);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            NodeStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.NodeStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.agentVersion = value;
                            else
                                delete message.agentVersion;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.agentStartedAtMs = value;
                            else
                                delete message.agentStartedAtMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kernelVersion = value;
                            else
                                delete message.kernelVersion;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.timeMs = value;
                            else
                                delete message.timeMs;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.convergence = value;
                            else
                                delete message.convergence;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.problem = reader.stringVerify();
                            message._problem = "problem";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.applied = $root.sluice.v1.PlanRef.decode(reader, reader.size(), $undefined, _depth + 1, message.applied);
                            message._applied = "applied";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.wanted = $root.sluice.v1.PlanRef.decode(reader, reader.size(), $undefined, _depth + 1, message.wanted);
                            message._wanted = "wanted";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.adminState = value;
                            else
                                delete message.adminState;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.storeConnected = value;
                            else
                                delete message.storeConnected;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.busConnected = value;
                            else
                                delete message.busConnected;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.eventsWaiting = value;
                            else
                                delete message.eventsWaiting;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.eventsLost = value;
                            else
                                delete message.eventsLost;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            if (!(message.vrrp && message.vrrp.length))
                                message.vrrp = [];
                            message.vrrp.push($root.sluice.v1.VrrpStatus.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ownedAddresses && message.ownedAddresses.length))
                                message.ownedAddresses = [];
                            message.ownedAddresses.push(reader.stringVerify());
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            if (!(message.services && message.services.length))
                                message.services = [];
                            message.services.push($root.sluice.v1.ServiceSummary.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 20: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.servicesTotal = value;
                            else
                                delete message.servicesTotal;
                            continue;
                        }
                    case 21: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.realServersUp = value;
                            else
                                delete message.realServersUp;
                            continue;
                        }
                    case 22: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.realServersTotal = value;
                            else
                                delete message.realServersTotal;
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            if (!(message.notUp && message.notUp.length))
                                message.notUp = [];
                            message.notUp.push($root.sluice.v1.RealServerHealth.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 24: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.foreign = value;
                            else
                                delete message.foreign;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            NodeStatus.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    if (!$util.isString(message.cluster))
                        return "cluster: string expected";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                    if (!$util.isString(message.bootId))
                        return "bootId: string expected";
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion"))
                    if (!$util.isString(message.agentVersion))
                        return "agentVersion: string expected";
                if (message.agentStartedAtMs != null && $Object.hasOwnProperty.call(message, "agentStartedAtMs"))
                    if (!$util.isInteger(message.agentStartedAtMs) && !(message.agentStartedAtMs && $util.isInteger(message.agentStartedAtMs.low) && $util.isInteger(message.agentStartedAtMs.high)))
                        return "agentStartedAtMs: integer|Long expected";
                if (message.kernelVersion != null && $Object.hasOwnProperty.call(message, "kernelVersion"))
                    if (!$util.isString(message.kernelVersion))
                        return "kernelVersion: string expected";
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs"))
                    if (!$util.isInteger(message.timeMs) && !(message.timeMs && $util.isInteger(message.timeMs.low) && $util.isInteger(message.timeMs.high)))
                        return "timeMs: integer|Long expected";
                if (message.convergence != null && $Object.hasOwnProperty.call(message, "convergence"))
                    if (!$util.isString(message.convergence))
                        return "convergence: string expected";
                if (message.problem != null && $Object.hasOwnProperty.call(message, "problem")) {
                    properties._problem = 1;
                    if (!$util.isString(message.problem))
                        return "problem: string expected";
                }
                if (message.applied != null && $Object.hasOwnProperty.call(message, "applied")) {
                    properties._applied = 1;
                    {
                        let error = $root.sluice.v1.PlanRef.verify(message.applied, _depth + 1);
                        if (error)
                            return "applied." + error;
                    }
                }
                if (message.wanted != null && $Object.hasOwnProperty.call(message, "wanted")) {
                    properties._wanted = 1;
                    {
                        let error = $root.sluice.v1.PlanRef.verify(message.wanted, _depth + 1);
                        if (error)
                            return "wanted." + error;
                    }
                }
                if (message.adminState != null && $Object.hasOwnProperty.call(message, "adminState"))
                    if (!$util.isString(message.adminState))
                        return "adminState: string expected";
                if (message.storeConnected != null && $Object.hasOwnProperty.call(message, "storeConnected"))
                    if (typeof message.storeConnected !== "boolean")
                        return "storeConnected: boolean expected";
                if (message.busConnected != null && $Object.hasOwnProperty.call(message, "busConnected"))
                    if (typeof message.busConnected !== "boolean")
                        return "busConnected: boolean expected";
                if (message.eventsWaiting != null && $Object.hasOwnProperty.call(message, "eventsWaiting"))
                    if (!$util.isInteger(message.eventsWaiting) && !(message.eventsWaiting && $util.isInteger(message.eventsWaiting.low) && $util.isInteger(message.eventsWaiting.high)))
                        return "eventsWaiting: integer|Long expected";
                if (message.eventsLost != null && $Object.hasOwnProperty.call(message, "eventsLost"))
                    if (!$util.isInteger(message.eventsLost) && !(message.eventsLost && $util.isInteger(message.eventsLost.low) && $util.isInteger(message.eventsLost.high)))
                        return "eventsLost: integer|Long expected";
                if (message.vrrp != null && $Object.hasOwnProperty.call(message, "vrrp")) {
                    if (!$Array.isArray(message.vrrp))
                        return "vrrp: array expected";
                    for (let i = 0; i < message.vrrp.length; ++i) {
                        let error = $root.sluice.v1.VrrpStatus.verify(message.vrrp[i], _depth + 1);
                        if (error)
                            return "vrrp." + error;
                    }
                }
                if (message.ownedAddresses != null && $Object.hasOwnProperty.call(message, "ownedAddresses")) {
                    if (!$Array.isArray(message.ownedAddresses))
                        return "ownedAddresses: array expected";
                    for (let i = 0; i < message.ownedAddresses.length; ++i)
                        if (!$util.isString(message.ownedAddresses[i]))
                            return "ownedAddresses: string[] expected";
                }
                if (message.services != null && $Object.hasOwnProperty.call(message, "services")) {
                    if (!$Array.isArray(message.services))
                        return "services: array expected";
                    for (let i = 0; i < message.services.length; ++i) {
                        let error = $root.sluice.v1.ServiceSummary.verify(message.services[i], _depth + 1);
                        if (error)
                            return "services." + error;
                    }
                }
                if (message.servicesTotal != null && $Object.hasOwnProperty.call(message, "servicesTotal"))
                    if (!$util.isInteger(message.servicesTotal))
                        return "servicesTotal: integer expected";
                if (message.realServersUp != null && $Object.hasOwnProperty.call(message, "realServersUp"))
                    if (!$util.isInteger(message.realServersUp))
                        return "realServersUp: integer expected";
                if (message.realServersTotal != null && $Object.hasOwnProperty.call(message, "realServersTotal"))
                    if (!$util.isInteger(message.realServersTotal))
                        return "realServersTotal: integer expected";
                if (message.notUp != null && $Object.hasOwnProperty.call(message, "notUp")) {
                    if (!$Array.isArray(message.notUp))
                        return "notUp: array expected";
                    for (let i = 0; i < message.notUp.length; ++i) {
                        let error = $root.sluice.v1.RealServerHealth.verify(message.notUp[i], _depth + 1);
                        if (error)
                            return "notUp." + error;
                    }
                }
                if (message.foreign != null && $Object.hasOwnProperty.call(message, "foreign"))
                    if (!$util.isInteger(message.foreign))
                        return "foreign: integer expected";
                return null;
            };

            NodeStatus.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.NodeStatus)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.NodeStatus: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.NodeStatus();
                if (object.cluster != null)
                    if (typeof object.cluster !== "string" || object.cluster.length)
                        message.cluster = $String(object.cluster);
                if (object.node != null)
                    if (typeof object.node !== "string" || object.node.length)
                        message.node = $String(object.node);
                if (object.bootId != null)
                    if (typeof object.bootId !== "string" || object.bootId.length)
                        message.bootId = $String(object.bootId);
                if (object.agentVersion != null)
                    if (typeof object.agentVersion !== "string" || object.agentVersion.length)
                        message.agentVersion = $String(object.agentVersion);
                if (object.agentStartedAtMs != null)
                    if (typeof object.agentStartedAtMs === "object" ? object.agentStartedAtMs.low || object.agentStartedAtMs.high : $Number(object.agentStartedAtMs) !== 0)
                        if ($util.Long)
                            message.agentStartedAtMs = $util.Long.fromValue(object.agentStartedAtMs, false);
                        else if (typeof object.agentStartedAtMs === "string")
                            message.agentStartedAtMs = $parseInt(object.agentStartedAtMs, 10);
                        else if (typeof object.agentStartedAtMs === "number")
                            message.agentStartedAtMs = object.agentStartedAtMs;
                        else if (typeof object.agentStartedAtMs === "object")
                            message.agentStartedAtMs = new $util.LongBits(object.agentStartedAtMs.low >>> 0, object.agentStartedAtMs.high >>> 0).toNumber();
                if (object.kernelVersion != null)
                    if (typeof object.kernelVersion !== "string" || object.kernelVersion.length)
                        message.kernelVersion = $String(object.kernelVersion);
                if (object.timeMs != null)
                    if (typeof object.timeMs === "object" ? object.timeMs.low || object.timeMs.high : $Number(object.timeMs) !== 0)
                        if ($util.Long)
                            message.timeMs = $util.Long.fromValue(object.timeMs, false);
                        else if (typeof object.timeMs === "string")
                            message.timeMs = $parseInt(object.timeMs, 10);
                        else if (typeof object.timeMs === "number")
                            message.timeMs = object.timeMs;
                        else if (typeof object.timeMs === "object")
                            message.timeMs = new $util.LongBits(object.timeMs.low >>> 0, object.timeMs.high >>> 0).toNumber();
                if (object.convergence != null)
                    if (typeof object.convergence !== "string" || object.convergence.length)
                        message.convergence = $String(object.convergence);
                if (object.problem != null)
                    message.problem = $String(object.problem);
                if (object.applied != null) {
                    if (!$util.isObject(object.applied))
                        throw $TypeError(".sluice.v1.NodeStatus.applied: object expected");
                    message.applied = $root.sluice.v1.PlanRef.fromObject(object.applied, _depth + 1);
                }
                if (object.wanted != null) {
                    if (!$util.isObject(object.wanted))
                        throw $TypeError(".sluice.v1.NodeStatus.wanted: object expected");
                    message.wanted = $root.sluice.v1.PlanRef.fromObject(object.wanted, _depth + 1);
                }
                if (object.adminState != null)
                    if (typeof object.adminState !== "string" || object.adminState.length)
                        message.adminState = $String(object.adminState);
                if (object.storeConnected != null)
                    if (object.storeConnected)
                        message.storeConnected = $Boolean(object.storeConnected);
                if (object.busConnected != null)
                    if (object.busConnected)
                        message.busConnected = $Boolean(object.busConnected);
                if (object.eventsWaiting != null)
                    if (typeof object.eventsWaiting === "object" ? object.eventsWaiting.low || object.eventsWaiting.high : $Number(object.eventsWaiting) !== 0)
                        if ($util.Long)
                            message.eventsWaiting = $util.Long.fromValue(object.eventsWaiting, true);
                        else if (typeof object.eventsWaiting === "string")
                            message.eventsWaiting = $parseInt(object.eventsWaiting, 10);
                        else if (typeof object.eventsWaiting === "number")
                            message.eventsWaiting = object.eventsWaiting;
                        else if (typeof object.eventsWaiting === "object")
                            message.eventsWaiting = new $util.LongBits(object.eventsWaiting.low >>> 0, object.eventsWaiting.high >>> 0).toNumber(true);
                if (object.eventsLost != null)
                    if (typeof object.eventsLost === "object" ? object.eventsLost.low || object.eventsLost.high : $Number(object.eventsLost) !== 0)
                        if ($util.Long)
                            message.eventsLost = $util.Long.fromValue(object.eventsLost, true);
                        else if (typeof object.eventsLost === "string")
                            message.eventsLost = $parseInt(object.eventsLost, 10);
                        else if (typeof object.eventsLost === "number")
                            message.eventsLost = object.eventsLost;
                        else if (typeof object.eventsLost === "object")
                            message.eventsLost = new $util.LongBits(object.eventsLost.low >>> 0, object.eventsLost.high >>> 0).toNumber(true);
                if (object.vrrp) {
                    if (!$Array.isArray(object.vrrp))
                        throw $TypeError(".sluice.v1.NodeStatus.vrrp: array expected");
                    message.vrrp = $Array(object.vrrp.length);
                    for (let i = 0; i < object.vrrp.length; ++i) {
                        if (!$util.isObject(object.vrrp[i]))
                            throw $TypeError(".sluice.v1.NodeStatus.vrrp: object expected");
                        message.vrrp[i] = $root.sluice.v1.VrrpStatus.fromObject(object.vrrp[i], _depth + 1);
                    }
                }
                if (object.ownedAddresses) {
                    if (!$Array.isArray(object.ownedAddresses))
                        throw $TypeError(".sluice.v1.NodeStatus.ownedAddresses: array expected");
                    message.ownedAddresses = $Array(object.ownedAddresses.length);
                    for (let i = 0; i < object.ownedAddresses.length; ++i)
                        message.ownedAddresses[i] = $String(object.ownedAddresses[i]);
                }
                if (object.services) {
                    if (!$Array.isArray(object.services))
                        throw $TypeError(".sluice.v1.NodeStatus.services: array expected");
                    message.services = $Array(object.services.length);
                    for (let i = 0; i < object.services.length; ++i) {
                        if (!$util.isObject(object.services[i]))
                            throw $TypeError(".sluice.v1.NodeStatus.services: object expected");
                        message.services[i] = $root.sluice.v1.ServiceSummary.fromObject(object.services[i], _depth + 1);
                    }
                }
                if (object.servicesTotal != null)
                    if ($Number(object.servicesTotal) !== 0)
                        message.servicesTotal = object.servicesTotal >>> 0;
                if (object.realServersUp != null)
                    if ($Number(object.realServersUp) !== 0)
                        message.realServersUp = object.realServersUp >>> 0;
                if (object.realServersTotal != null)
                    if ($Number(object.realServersTotal) !== 0)
                        message.realServersTotal = object.realServersTotal >>> 0;
                if (object.notUp) {
                    if (!$Array.isArray(object.notUp))
                        throw $TypeError(".sluice.v1.NodeStatus.notUp: array expected");
                    message.notUp = $Array(object.notUp.length);
                    for (let i = 0; i < object.notUp.length; ++i) {
                        if (!$util.isObject(object.notUp[i]))
                            throw $TypeError(".sluice.v1.NodeStatus.notUp: object expected");
                        message.notUp[i] = $root.sluice.v1.RealServerHealth.fromObject(object.notUp[i], _depth + 1);
                    }
                }
                if (object.foreign != null)
                    if ($Number(object.foreign) !== 0)
                        message.foreign = object.foreign >>> 0;
                return message;
            };

            NodeStatus.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.vrrp = [];
                    object.ownedAddresses = [];
                    object.services = [];
                    object.notUp = [];
                }
                if (options.defaults) {
                    object.cluster = "";
                    object.node = "";
                    object.bootId = "";
                    object.agentVersion = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.agentStartedAtMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.agentStartedAtMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.kernelVersion = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.timeMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.timeMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.convergence = "";
                    object.adminState = "";
                    object.storeConnected = false;
                    object.busConnected = false;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.eventsWaiting = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.eventsWaiting = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.eventsLost = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.eventsLost = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.servicesTotal = 0;
                    object.realServersUp = 0;
                    object.realServersTotal = 0;
                    object.foreign = 0;
                }
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    object.cluster = message.cluster;
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    object.node = message.node;
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                    object.bootId = message.bootId;
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion"))
                    object.agentVersion = message.agentVersion;
                if (message.agentStartedAtMs != null && $Object.hasOwnProperty.call(message, "agentStartedAtMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.agentStartedAtMs = typeof message.agentStartedAtMs === "number" ? $BigInt(message.agentStartedAtMs) : $util.Long.fromBits(message.agentStartedAtMs.low >>> 0, message.agentStartedAtMs.high >>> 0, false).toBigInt();
                    else if (typeof message.agentStartedAtMs === "number")
                        object.agentStartedAtMs = options.longs === $String ? $String(message.agentStartedAtMs) : message.agentStartedAtMs;
                    else
                        object.agentStartedAtMs = options.longs === $String ? $util.Long.prototype.toString.call(message.agentStartedAtMs) : options.longs === $Number ? new $util.LongBits(message.agentStartedAtMs.low >>> 0, message.agentStartedAtMs.high >>> 0).toNumber() : message.agentStartedAtMs;
                if (message.kernelVersion != null && $Object.hasOwnProperty.call(message, "kernelVersion"))
                    object.kernelVersion = message.kernelVersion;
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.timeMs = typeof message.timeMs === "number" ? $BigInt(message.timeMs) : $util.Long.fromBits(message.timeMs.low >>> 0, message.timeMs.high >>> 0, false).toBigInt();
                    else if (typeof message.timeMs === "number")
                        object.timeMs = options.longs === $String ? $String(message.timeMs) : message.timeMs;
                    else
                        object.timeMs = options.longs === $String ? $util.Long.prototype.toString.call(message.timeMs) : options.longs === $Number ? new $util.LongBits(message.timeMs.low >>> 0, message.timeMs.high >>> 0).toNumber() : message.timeMs;
                if (message.convergence != null && $Object.hasOwnProperty.call(message, "convergence"))
                    object.convergence = message.convergence;
                if (message.problem != null && $Object.hasOwnProperty.call(message, "problem"))
                    object.problem = message.problem;
                if (message.applied != null && $Object.hasOwnProperty.call(message, "applied"))
                    object.applied = $root.sluice.v1.PlanRef.toObject(message.applied, options, _depth + 1);
                if (message.wanted != null && $Object.hasOwnProperty.call(message, "wanted"))
                    object.wanted = $root.sluice.v1.PlanRef.toObject(message.wanted, options, _depth + 1);
                if (message.adminState != null && $Object.hasOwnProperty.call(message, "adminState"))
                    object.adminState = message.adminState;
                if (message.storeConnected != null && $Object.hasOwnProperty.call(message, "storeConnected"))
                    object.storeConnected = message.storeConnected;
                if (message.busConnected != null && $Object.hasOwnProperty.call(message, "busConnected"))
                    object.busConnected = message.busConnected;
                if (message.eventsWaiting != null && $Object.hasOwnProperty.call(message, "eventsWaiting"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventsWaiting = typeof message.eventsWaiting === "number" ? $BigInt(message.eventsWaiting) : $util.Long.fromBits(message.eventsWaiting.low >>> 0, message.eventsWaiting.high >>> 0, true).toBigInt();
                    else if (typeof message.eventsWaiting === "number")
                        object.eventsWaiting = options.longs === $String ? $String(message.eventsWaiting) : message.eventsWaiting;
                    else
                        object.eventsWaiting = options.longs === $String ? $util.Long.prototype.toString.call(message.eventsWaiting) : options.longs === $Number ? new $util.LongBits(message.eventsWaiting.low >>> 0, message.eventsWaiting.high >>> 0).toNumber(true) : message.eventsWaiting;
                if (message.eventsLost != null && $Object.hasOwnProperty.call(message, "eventsLost"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventsLost = typeof message.eventsLost === "number" ? $BigInt(message.eventsLost) : $util.Long.fromBits(message.eventsLost.low >>> 0, message.eventsLost.high >>> 0, true).toBigInt();
                    else if (typeof message.eventsLost === "number")
                        object.eventsLost = options.longs === $String ? $String(message.eventsLost) : message.eventsLost;
                    else
                        object.eventsLost = options.longs === $String ? $util.Long.prototype.toString.call(message.eventsLost) : options.longs === $Number ? new $util.LongBits(message.eventsLost.low >>> 0, message.eventsLost.high >>> 0).toNumber(true) : message.eventsLost;
                if (message.vrrp && message.vrrp.length) {
                    object.vrrp = $Array(message.vrrp.length);
                    for (let j = 0; j < message.vrrp.length; ++j)
                        object.vrrp[j] = $root.sluice.v1.VrrpStatus.toObject(message.vrrp[j], options, _depth + 1);
                }
                if (message.ownedAddresses && message.ownedAddresses.length) {
                    object.ownedAddresses = $Array(message.ownedAddresses.length);
                    for (let j = 0; j < message.ownedAddresses.length; ++j)
                        object.ownedAddresses[j] = message.ownedAddresses[j];
                }
                if (message.services && message.services.length) {
                    object.services = $Array(message.services.length);
                    for (let j = 0; j < message.services.length; ++j)
                        object.services[j] = $root.sluice.v1.ServiceSummary.toObject(message.services[j], options, _depth + 1);
                }
                if (message.servicesTotal != null && $Object.hasOwnProperty.call(message, "servicesTotal"))
                    object.servicesTotal = message.servicesTotal;
                if (message.realServersUp != null && $Object.hasOwnProperty.call(message, "realServersUp"))
                    object.realServersUp = message.realServersUp;
                if (message.realServersTotal != null && $Object.hasOwnProperty.call(message, "realServersTotal"))
                    object.realServersTotal = message.realServersTotal;
                if (message.notUp && message.notUp.length) {
                    object.notUp = $Array(message.notUp.length);
                    for (let j = 0; j < message.notUp.length; ++j)
                        object.notUp[j] = $root.sluice.v1.RealServerHealth.toObject(message.notUp[j], options, _depth + 1);
                }
                if (message.foreign != null && $Object.hasOwnProperty.call(message, "foreign"))
                    object.foreign = message.foreign;
                return object;
            };

            NodeStatus.prototype.toJSON = function() {
                return NodeStatus.toObject(this, $protobuf.util.toJSONOptions);
            };

            return NodeStatus;
        })();

        v1.NodeEvent = (function() {

            const NodeEvent = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            NodeEvent.prototype.cluster = "";
            NodeEvent.prototype.node = "";
            NodeEvent.prototype.bootId = "";
            NodeEvent.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            NodeEvent.prototype.timeMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            NodeEvent.prototype.plan = null;
            NodeEvent.prototype.agentStarted = null;
            NodeEvent.prototype.agentStopped = null;
            NodeEvent.prototype.healthChanged = null;
            NodeEvent.prototype.vrrpTransition = null;
            NodeEvent.prototype.planApplied = null;
            NodeEvent.prototype.planRefused = null;
            NodeEvent.prototype.applyFailed = null;
            NodeEvent.prototype.adminStateSeen = null;
            NodeEvent.prototype.addressesReleased = null;
            NodeEvent.prototype.foreignFound = null;
            NodeEvent.prototype.eventsLost = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(NodeEvent.prototype, "_plan", {
                get: $util.oneOfGetter($oneOfFields = ["plan"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            $Object.defineProperty(NodeEvent.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["agentStarted", "agentStopped", "healthChanged", "vrrpTransition", "planApplied", "planRefused", "applyFailed", "adminStateSeen", "addressesReleased", "foreignFound", "eventsLost"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            NodeEvent.create = function(properties) {
                return new NodeEvent(properties);
            };

            NodeEvent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                    writer.uint32(10).string(message.cluster);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(18).string(message.node);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId !== "")
                    writer.uint32(26).string(message.bootId);
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                    writer.uint32(32).uint64(message.seq);
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs") && (typeof message.timeMs === "object" ? message.timeMs.low || message.timeMs.high : message.timeMs !== 0))
                    writer.uint32(40).int64(message.timeMs);
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    $root.sluice.v1.PlanRef.encode(message.plan, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.agentStarted != null && $Object.hasOwnProperty.call(message, "agentStarted"))
                    $root.sluice.v1.AgentStarted.encode(message.agentStarted, writer.uint32(162).fork(), _depth + 1).ldelim();
                if (message.agentStopped != null && $Object.hasOwnProperty.call(message, "agentStopped"))
                    $root.sluice.v1.AgentStopped.encode(message.agentStopped, writer.uint32(170).fork(), _depth + 1).ldelim();
                if (message.healthChanged != null && $Object.hasOwnProperty.call(message, "healthChanged"))
                    $root.sluice.v1.HealthChanged.encode(message.healthChanged, writer.uint32(178).fork(), _depth + 1).ldelim();
                if (message.vrrpTransition != null && $Object.hasOwnProperty.call(message, "vrrpTransition"))
                    $root.sluice.v1.VrrpTransition.encode(message.vrrpTransition, writer.uint32(186).fork(), _depth + 1).ldelim();
                if (message.planApplied != null && $Object.hasOwnProperty.call(message, "planApplied"))
                    $root.sluice.v1.PlanApplied.encode(message.planApplied, writer.uint32(194).fork(), _depth + 1).ldelim();
                if (message.planRefused != null && $Object.hasOwnProperty.call(message, "planRefused"))
                    $root.sluice.v1.PlanRefused.encode(message.planRefused, writer.uint32(202).fork(), _depth + 1).ldelim();
                if (message.applyFailed != null && $Object.hasOwnProperty.call(message, "applyFailed"))
                    $root.sluice.v1.ApplyFailed.encode(message.applyFailed, writer.uint32(210).fork(), _depth + 1).ldelim();
                if (message.adminStateSeen != null && $Object.hasOwnProperty.call(message, "adminStateSeen"))
                    $root.sluice.v1.AdminStateSeen.encode(message.adminStateSeen, writer.uint32(218).fork(), _depth + 1).ldelim();
                if (message.addressesReleased != null && $Object.hasOwnProperty.call(message, "addressesReleased"))
                    $root.sluice.v1.AddressesReleased.encode(message.addressesReleased, writer.uint32(226).fork(), _depth + 1).ldelim();
                if (message.foreignFound != null && $Object.hasOwnProperty.call(message, "foreignFound"))
                    $root.sluice.v1.ForeignFound.encode(message.foreignFound, writer.uint32(234).fork(), _depth + 1).ldelim();
                if (message.eventsLost != null && $Object.hasOwnProperty.call(message, "eventsLost"))
                    $root.sluice.v1.EventsLost.encode(message.eventsLost, writer.uint32(242).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            NodeEvent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.NodeEvent();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cluster = value;
                            else
                                delete message.cluster;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.seq = value;
                            else
                                delete message.seq;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.timeMs = value;
                            else
                                delete message.timeMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.plan = $root.sluice.v1.PlanRef.decode(reader, reader.size(), $undefined, _depth + 1, message.plan);
                            message._plan = "plan";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.agentStarted = $root.sluice.v1.AgentStarted.decode(reader, reader.size(), $undefined, _depth + 1, message.agentStarted);
                            message.body = "agentStarted";
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.agentStopped = $root.sluice.v1.AgentStopped.decode(reader, reader.size(), $undefined, _depth + 1, message.agentStopped);
                            message.body = "agentStopped";
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            message.healthChanged = $root.sluice.v1.HealthChanged.decode(reader, reader.size(), $undefined, _depth + 1, message.healthChanged);
                            message.body = "healthChanged";
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            message.vrrpTransition = $root.sluice.v1.VrrpTransition.decode(reader, reader.size(), $undefined, _depth + 1, message.vrrpTransition);
                            message.body = "vrrpTransition";
                            continue;
                        }
                    case 24: {
                            if (wireType !== 2)
                                break;
                            message.planApplied = $root.sluice.v1.PlanApplied.decode(reader, reader.size(), $undefined, _depth + 1, message.planApplied);
                            message.body = "planApplied";
                            continue;
                        }
                    case 25: {
                            if (wireType !== 2)
                                break;
                            message.planRefused = $root.sluice.v1.PlanRefused.decode(reader, reader.size(), $undefined, _depth + 1, message.planRefused);
                            message.body = "planRefused";
                            continue;
                        }
                    case 26: {
                            if (wireType !== 2)
                                break;
                            message.applyFailed = $root.sluice.v1.ApplyFailed.decode(reader, reader.size(), $undefined, _depth + 1, message.applyFailed);
                            message.body = "applyFailed";
                            continue;
                        }
                    case 27: {
                            if (wireType !== 2)
                                break;
                            message.adminStateSeen = $root.sluice.v1.AdminStateSeen.decode(reader, reader.size(), $undefined, _depth + 1, message.adminStateSeen);
                            message.body = "adminStateSeen";
                            continue;
                        }
                    case 28: {
                            if (wireType !== 2)
                                break;
                            message.addressesReleased = $root.sluice.v1.AddressesReleased.decode(reader, reader.size(), $undefined, _depth + 1, message.addressesReleased);
                            message.body = "addressesReleased";
                            continue;
                        }
                    case 29: {
                            if (wireType !== 2)
                                break;
                            message.foreignFound = $root.sluice.v1.ForeignFound.decode(reader, reader.size(), $undefined, _depth + 1, message.foreignFound);
                            message.body = "foreignFound";
                            continue;
                        }
                    case 30: {
                            if (wireType !== 2)
                                break;
                            message.eventsLost = $root.sluice.v1.EventsLost.decode(reader, reader.size(), $undefined, _depth + 1, message.eventsLost);
                            message.body = "eventsLost";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            NodeEvent.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    if (!$util.isString(message.cluster))
                        return "cluster: string expected";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                    if (!$util.isString(message.bootId))
                        return "bootId: string expected";
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    if (!$util.isInteger(message.seq) && !(message.seq && $util.isInteger(message.seq.low) && $util.isInteger(message.seq.high)))
                        return "seq: integer|Long expected";
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs"))
                    if (!$util.isInteger(message.timeMs) && !(message.timeMs && $util.isInteger(message.timeMs.low) && $util.isInteger(message.timeMs.high)))
                        return "timeMs: integer|Long expected";
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan")) {
                    properties._plan = 1;
                    {
                        let error = $root.sluice.v1.PlanRef.verify(message.plan, _depth + 1);
                        if (error)
                            return "plan." + error;
                    }
                }
                if (message.agentStarted != null && $Object.hasOwnProperty.call(message, "agentStarted")) {
                    properties.body = 1;
                    {
                        let error = $root.sluice.v1.AgentStarted.verify(message.agentStarted, _depth + 1);
                        if (error)
                            return "agentStarted." + error;
                    }
                }
                if (message.agentStopped != null && $Object.hasOwnProperty.call(message, "agentStopped")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.sluice.v1.AgentStopped.verify(message.agentStopped, _depth + 1);
                        if (error)
                            return "agentStopped." + error;
                    }
                }
                if (message.healthChanged != null && $Object.hasOwnProperty.call(message, "healthChanged")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.sluice.v1.HealthChanged.verify(message.healthChanged, _depth + 1);
                        if (error)
                            return "healthChanged." + error;
                    }
                }
                if (message.vrrpTransition != null && $Object.hasOwnProperty.call(message, "vrrpTransition")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.sluice.v1.VrrpTransition.verify(message.vrrpTransition, _depth + 1);
                        if (error)
                            return "vrrpTransition." + error;
                    }
                }
                if (message.planApplied != null && $Object.hasOwnProperty.call(message, "planApplied")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.sluice.v1.PlanApplied.verify(message.planApplied, _depth + 1);
                        if (error)
                            return "planApplied." + error;
                    }
                }
                if (message.planRefused != null && $Object.hasOwnProperty.call(message, "planRefused")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.sluice.v1.PlanRefused.verify(message.planRefused, _depth + 1);
                        if (error)
                            return "planRefused." + error;
                    }
                }
                if (message.applyFailed != null && $Object.hasOwnProperty.call(message, "applyFailed")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.sluice.v1.ApplyFailed.verify(message.applyFailed, _depth + 1);
                        if (error)
                            return "applyFailed." + error;
                    }
                }
                if (message.adminStateSeen != null && $Object.hasOwnProperty.call(message, "adminStateSeen")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.sluice.v1.AdminStateSeen.verify(message.adminStateSeen, _depth + 1);
                        if (error)
                            return "adminStateSeen." + error;
                    }
                }
                if (message.addressesReleased != null && $Object.hasOwnProperty.call(message, "addressesReleased")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.sluice.v1.AddressesReleased.verify(message.addressesReleased, _depth + 1);
                        if (error)
                            return "addressesReleased." + error;
                    }
                }
                if (message.foreignFound != null && $Object.hasOwnProperty.call(message, "foreignFound")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.sluice.v1.ForeignFound.verify(message.foreignFound, _depth + 1);
                        if (error)
                            return "foreignFound." + error;
                    }
                }
                if (message.eventsLost != null && $Object.hasOwnProperty.call(message, "eventsLost")) {
                    if (properties.body === 1)
                        return "body: multiple values";
                    properties.body = 1;
                    {
                        let error = $root.sluice.v1.EventsLost.verify(message.eventsLost, _depth + 1);
                        if (error)
                            return "eventsLost." + error;
                    }
                }
                return null;
            };

            NodeEvent.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.NodeEvent)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.NodeEvent: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.NodeEvent();
                if (object.cluster != null)
                    if (typeof object.cluster !== "string" || object.cluster.length)
                        message.cluster = $String(object.cluster);
                if (object.node != null)
                    if (typeof object.node !== "string" || object.node.length)
                        message.node = $String(object.node);
                if (object.bootId != null)
                    if (typeof object.bootId !== "string" || object.bootId.length)
                        message.bootId = $String(object.bootId);
                if (object.seq != null)
                    if (typeof object.seq === "object" ? object.seq.low || object.seq.high : $Number(object.seq) !== 0)
                        if ($util.Long)
                            message.seq = $util.Long.fromValue(object.seq, true);
                        else if (typeof object.seq === "string")
                            message.seq = $parseInt(object.seq, 10);
                        else if (typeof object.seq === "number")
                            message.seq = object.seq;
                        else if (typeof object.seq === "object")
                            message.seq = new $util.LongBits(object.seq.low >>> 0, object.seq.high >>> 0).toNumber(true);
                if (object.timeMs != null)
                    if (typeof object.timeMs === "object" ? object.timeMs.low || object.timeMs.high : $Number(object.timeMs) !== 0)
                        if ($util.Long)
                            message.timeMs = $util.Long.fromValue(object.timeMs, false);
                        else if (typeof object.timeMs === "string")
                            message.timeMs = $parseInt(object.timeMs, 10);
                        else if (typeof object.timeMs === "number")
                            message.timeMs = object.timeMs;
                        else if (typeof object.timeMs === "object")
                            message.timeMs = new $util.LongBits(object.timeMs.low >>> 0, object.timeMs.high >>> 0).toNumber();
                if (object.plan != null) {
                    if (!$util.isObject(object.plan))
                        throw $TypeError(".sluice.v1.NodeEvent.plan: object expected");
                    message.plan = $root.sluice.v1.PlanRef.fromObject(object.plan, _depth + 1);
                }
                if (object.agentStarted != null) {
                    if (!$util.isObject(object.agentStarted))
                        throw $TypeError(".sluice.v1.NodeEvent.agentStarted: object expected");
                    message.agentStarted = $root.sluice.v1.AgentStarted.fromObject(object.agentStarted, _depth + 1);
                }
                if (object.agentStopped != null) {
                    if (!$util.isObject(object.agentStopped))
                        throw $TypeError(".sluice.v1.NodeEvent.agentStopped: object expected");
                    message.agentStopped = $root.sluice.v1.AgentStopped.fromObject(object.agentStopped, _depth + 1);
                }
                if (object.healthChanged != null) {
                    if (!$util.isObject(object.healthChanged))
                        throw $TypeError(".sluice.v1.NodeEvent.healthChanged: object expected");
                    message.healthChanged = $root.sluice.v1.HealthChanged.fromObject(object.healthChanged, _depth + 1);
                }
                if (object.vrrpTransition != null) {
                    if (!$util.isObject(object.vrrpTransition))
                        throw $TypeError(".sluice.v1.NodeEvent.vrrpTransition: object expected");
                    message.vrrpTransition = $root.sluice.v1.VrrpTransition.fromObject(object.vrrpTransition, _depth + 1);
                }
                if (object.planApplied != null) {
                    if (!$util.isObject(object.planApplied))
                        throw $TypeError(".sluice.v1.NodeEvent.planApplied: object expected");
                    message.planApplied = $root.sluice.v1.PlanApplied.fromObject(object.planApplied, _depth + 1);
                }
                if (object.planRefused != null) {
                    if (!$util.isObject(object.planRefused))
                        throw $TypeError(".sluice.v1.NodeEvent.planRefused: object expected");
                    message.planRefused = $root.sluice.v1.PlanRefused.fromObject(object.planRefused, _depth + 1);
                }
                if (object.applyFailed != null) {
                    if (!$util.isObject(object.applyFailed))
                        throw $TypeError(".sluice.v1.NodeEvent.applyFailed: object expected");
                    message.applyFailed = $root.sluice.v1.ApplyFailed.fromObject(object.applyFailed, _depth + 1);
                }
                if (object.adminStateSeen != null) {
                    if (!$util.isObject(object.adminStateSeen))
                        throw $TypeError(".sluice.v1.NodeEvent.adminStateSeen: object expected");
                    message.adminStateSeen = $root.sluice.v1.AdminStateSeen.fromObject(object.adminStateSeen, _depth + 1);
                }
                if (object.addressesReleased != null) {
                    if (!$util.isObject(object.addressesReleased))
                        throw $TypeError(".sluice.v1.NodeEvent.addressesReleased: object expected");
                    message.addressesReleased = $root.sluice.v1.AddressesReleased.fromObject(object.addressesReleased, _depth + 1);
                }
                if (object.foreignFound != null) {
                    if (!$util.isObject(object.foreignFound))
                        throw $TypeError(".sluice.v1.NodeEvent.foreignFound: object expected");
                    message.foreignFound = $root.sluice.v1.ForeignFound.fromObject(object.foreignFound, _depth + 1);
                }
                if (object.eventsLost != null) {
                    if (!$util.isObject(object.eventsLost))
                        throw $TypeError(".sluice.v1.NodeEvent.eventsLost: object expected");
                    message.eventsLost = $root.sluice.v1.EventsLost.fromObject(object.eventsLost, _depth + 1);
                }
                return message;
            };

            NodeEvent.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.cluster = "";
                    object.node = "";
                    object.bootId = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.seq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.seq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.timeMs = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.timeMs = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster"))
                    object.cluster = message.cluster;
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    object.node = message.node;
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                    object.bootId = message.bootId;
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.seq = typeof message.seq === "number" ? $BigInt(message.seq) : $util.Long.fromBits(message.seq.low >>> 0, message.seq.high >>> 0, true).toBigInt();
                    else if (typeof message.seq === "number")
                        object.seq = options.longs === $String ? $String(message.seq) : message.seq;
                    else
                        object.seq = options.longs === $String ? $util.Long.prototype.toString.call(message.seq) : options.longs === $Number ? new $util.LongBits(message.seq.low >>> 0, message.seq.high >>> 0).toNumber(true) : message.seq;
                if (message.timeMs != null && $Object.hasOwnProperty.call(message, "timeMs"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.timeMs = typeof message.timeMs === "number" ? $BigInt(message.timeMs) : $util.Long.fromBits(message.timeMs.low >>> 0, message.timeMs.high >>> 0, false).toBigInt();
                    else if (typeof message.timeMs === "number")
                        object.timeMs = options.longs === $String ? $String(message.timeMs) : message.timeMs;
                    else
                        object.timeMs = options.longs === $String ? $util.Long.prototype.toString.call(message.timeMs) : options.longs === $Number ? new $util.LongBits(message.timeMs.low >>> 0, message.timeMs.high >>> 0).toNumber() : message.timeMs;
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    object.plan = $root.sluice.v1.PlanRef.toObject(message.plan, options, _depth + 1);
                if (message.agentStarted != null && $Object.hasOwnProperty.call(message, "agentStarted")) {
                    object.agentStarted = $root.sluice.v1.AgentStarted.toObject(message.agentStarted, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "agentStarted";
                }
                if (message.agentStopped != null && $Object.hasOwnProperty.call(message, "agentStopped")) {
                    object.agentStopped = $root.sluice.v1.AgentStopped.toObject(message.agentStopped, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "agentStopped";
                }
                if (message.healthChanged != null && $Object.hasOwnProperty.call(message, "healthChanged")) {
                    object.healthChanged = $root.sluice.v1.HealthChanged.toObject(message.healthChanged, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "healthChanged";
                }
                if (message.vrrpTransition != null && $Object.hasOwnProperty.call(message, "vrrpTransition")) {
                    object.vrrpTransition = $root.sluice.v1.VrrpTransition.toObject(message.vrrpTransition, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "vrrpTransition";
                }
                if (message.planApplied != null && $Object.hasOwnProperty.call(message, "planApplied")) {
                    object.planApplied = $root.sluice.v1.PlanApplied.toObject(message.planApplied, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "planApplied";
                }
                if (message.planRefused != null && $Object.hasOwnProperty.call(message, "planRefused")) {
                    object.planRefused = $root.sluice.v1.PlanRefused.toObject(message.planRefused, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "planRefused";
                }
                if (message.applyFailed != null && $Object.hasOwnProperty.call(message, "applyFailed")) {
                    object.applyFailed = $root.sluice.v1.ApplyFailed.toObject(message.applyFailed, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "applyFailed";
                }
                if (message.adminStateSeen != null && $Object.hasOwnProperty.call(message, "adminStateSeen")) {
                    object.adminStateSeen = $root.sluice.v1.AdminStateSeen.toObject(message.adminStateSeen, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "adminStateSeen";
                }
                if (message.addressesReleased != null && $Object.hasOwnProperty.call(message, "addressesReleased")) {
                    object.addressesReleased = $root.sluice.v1.AddressesReleased.toObject(message.addressesReleased, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "addressesReleased";
                }
                if (message.foreignFound != null && $Object.hasOwnProperty.call(message, "foreignFound")) {
                    object.foreignFound = $root.sluice.v1.ForeignFound.toObject(message.foreignFound, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "foreignFound";
                }
                if (message.eventsLost != null && $Object.hasOwnProperty.call(message, "eventsLost")) {
                    object.eventsLost = $root.sluice.v1.EventsLost.toObject(message.eventsLost, options, _depth + 1);
                    if (options.oneofs)
                        object.body = "eventsLost";
                }
                return object;
            };

            NodeEvent.prototype.toJSON = function() {
                return NodeEvent.toObject(this, $protobuf.util.toJSONOptions);
            };

            return NodeEvent;
        })();

        v1.AgentStarted = (function() {

            const AgentStarted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AgentStarted.prototype.agentVersion = "";
            AgentStarted.prototype.kernelVersion = "";
            AgentStarted.prototype.firstOfBoot = false;

            AgentStarted.create = function(properties) {
                return new AgentStarted(properties);
            };

            AgentStarted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion") && message.agentVersion !== "")
                    writer.uint32(10).string(message.agentVersion);
                if (message.kernelVersion != null && $Object.hasOwnProperty.call(message, "kernelVersion") && message.kernelVersion !== "")
                    writer.uint32(18).string(message.kernelVersion);
                if (message.firstOfBoot != null && $Object.hasOwnProperty.call(message, "firstOfBoot") && message.firstOfBoot !== false)
                    writer.uint32(24).bool(message.firstOfBoot);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AgentStarted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.AgentStarted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.agentVersion = value;
                            else
                                delete message.agentVersion;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kernelVersion = value;
                            else
                                delete message.kernelVersion;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.firstOfBoot = value;
                            else
                                delete message.firstOfBoot;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AgentStarted.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion"))
                    if (!$util.isString(message.agentVersion))
                        return "agentVersion: string expected";
                if (message.kernelVersion != null && $Object.hasOwnProperty.call(message, "kernelVersion"))
                    if (!$util.isString(message.kernelVersion))
                        return "kernelVersion: string expected";
                if (message.firstOfBoot != null && $Object.hasOwnProperty.call(message, "firstOfBoot"))
                    if (typeof message.firstOfBoot !== "boolean")
                        return "firstOfBoot: boolean expected";
                return null;
            };

            AgentStarted.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.AgentStarted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.AgentStarted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.AgentStarted();
                if (object.agentVersion != null)
                    if (typeof object.agentVersion !== "string" || object.agentVersion.length)
                        message.agentVersion = $String(object.agentVersion);
                if (object.kernelVersion != null)
                    if (typeof object.kernelVersion !== "string" || object.kernelVersion.length)
                        message.kernelVersion = $String(object.kernelVersion);
                if (object.firstOfBoot != null)
                    if (object.firstOfBoot)
                        message.firstOfBoot = $Boolean(object.firstOfBoot);
                return message;
            };

            AgentStarted.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.agentVersion = "";
                    object.kernelVersion = "";
                    object.firstOfBoot = false;
                }
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion"))
                    object.agentVersion = message.agentVersion;
                if (message.kernelVersion != null && $Object.hasOwnProperty.call(message, "kernelVersion"))
                    object.kernelVersion = message.kernelVersion;
                if (message.firstOfBoot != null && $Object.hasOwnProperty.call(message, "firstOfBoot"))
                    object.firstOfBoot = message.firstOfBoot;
                return object;
            };

            AgentStarted.prototype.toJSON = function() {
                return AgentStarted.toObject(this, $protobuf.util.toJSONOptions);
            };

            return AgentStarted;
        })();

        v1.AgentStopped = (function() {

            const AgentStopped = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AgentStopped.create = function(properties) {
                return new AgentStopped(properties);
            };

            AgentStopped.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AgentStopped.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.AgentStopped();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AgentStopped.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                return null;
            };

            AgentStopped.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.AgentStopped)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.AgentStopped: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.sluice.v1.AgentStopped();
            };

            AgentStopped.toObject = function () {
                return {};
            };

            AgentStopped.prototype.toJSON = function() {
                return AgentStopped.toObject(this, $protobuf.util.toJSONOptions);
            };

            return AgentStopped;
        })();

        v1.HealthChanged = (function() {

            const HealthChanged = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HealthChanged.prototype.service = "";
            HealthChanged.prototype.name = "";
            HealthChanged.prototype.realServer = "";
            HealthChanged.prototype.from = "";
            HealthChanged.prototype.to = "";
            HealthChanged.prototype.reason = "";

            HealthChanged.create = function(properties) {
                return new HealthChanged(properties);
            };

            HealthChanged.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.service != null && $Object.hasOwnProperty.call(message, "service") && message.service !== "")
                    writer.uint32(10).string(message.service);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(18).string(message.name);
                if (message.realServer != null && $Object.hasOwnProperty.call(message, "realServer") && message.realServer !== "")
                    writer.uint32(26).string(message.realServer);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== "")
                    writer.uint32(34).string(message.from);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== "")
                    writer.uint32(42).string(message.to);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(50).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            HealthChanged.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.HealthChanged();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.service = value;
                            else
                                delete message.service;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.realServer = value;
                            else
                                delete message.realServer;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.from = value;
                            else
                                delete message.from;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.to = value;
                            else
                                delete message.to;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            HealthChanged.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                    if (!$util.isString(message.service))
                        return "service: string expected";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    if (!$util.isString(message.name))
                        return "name: string expected";
                if (message.realServer != null && $Object.hasOwnProperty.call(message, "realServer"))
                    if (!$util.isString(message.realServer))
                        return "realServer: string expected";
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    if (!$util.isString(message.from))
                        return "from: string expected";
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    if (!$util.isString(message.to))
                        return "to: string expected";
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    if (!$util.isString(message.reason))
                        return "reason: string expected";
                return null;
            };

            HealthChanged.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.HealthChanged)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.HealthChanged: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.HealthChanged();
                if (object.service != null)
                    if (typeof object.service !== "string" || object.service.length)
                        message.service = $String(object.service);
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.realServer != null)
                    if (typeof object.realServer !== "string" || object.realServer.length)
                        message.realServer = $String(object.realServer);
                if (object.from != null)
                    if (typeof object.from !== "string" || object.from.length)
                        message.from = $String(object.from);
                if (object.to != null)
                    if (typeof object.to !== "string" || object.to.length)
                        message.to = $String(object.to);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            HealthChanged.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.service = "";
                    object.name = "";
                    object.realServer = "";
                    object.from = "";
                    object.to = "";
                    object.reason = "";
                }
                if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                    object.service = message.service;
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.realServer != null && $Object.hasOwnProperty.call(message, "realServer"))
                    object.realServer = message.realServer;
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    object.from = message.from;
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    object.to = message.to;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            HealthChanged.prototype.toJSON = function() {
                return HealthChanged.toObject(this, $protobuf.util.toJSONOptions);
            };

            return HealthChanged;
        })();

        v1.VrrpTransition = (function() {

            const VrrpTransition = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            VrrpTransition.prototype.instance = "";
            VrrpTransition.prototype.from = "";
            VrrpTransition.prototype.to = "";
            VrrpTransition.prototype.priority = 0;

            VrrpTransition.create = function(properties) {
                return new VrrpTransition(properties);
            };

            VrrpTransition.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.instance != null && $Object.hasOwnProperty.call(message, "instance") && message.instance !== "")
                    writer.uint32(10).string(message.instance);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== "")
                    writer.uint32(18).string(message.from);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== "")
                    writer.uint32(26).string(message.to);
                if (message.priority != null && $Object.hasOwnProperty.call(message, "priority") && message.priority !== 0)
                    writer.uint32(32).uint32(message.priority);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            VrrpTransition.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.VrrpTransition();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.instance = value;
                            else
                                delete message.instance;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.from = value;
                            else
                                delete message.from;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.to = value;
                            else
                                delete message.to;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.priority = value;
                            else
                                delete message.priority;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            VrrpTransition.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.instance != null && $Object.hasOwnProperty.call(message, "instance"))
                    if (!$util.isString(message.instance))
                        return "instance: string expected";
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    if (!$util.isString(message.from))
                        return "from: string expected";
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    if (!$util.isString(message.to))
                        return "to: string expected";
                if (message.priority != null && $Object.hasOwnProperty.call(message, "priority"))
                    if (!$util.isInteger(message.priority))
                        return "priority: integer expected";
                return null;
            };

            VrrpTransition.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.VrrpTransition)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.VrrpTransition: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.VrrpTransition();
                if (object.instance != null)
                    if (typeof object.instance !== "string" || object.instance.length)
                        message.instance = $String(object.instance);
                if (object.from != null)
                    if (typeof object.from !== "string" || object.from.length)
                        message.from = $String(object.from);
                if (object.to != null)
                    if (typeof object.to !== "string" || object.to.length)
                        message.to = $String(object.to);
                if (object.priority != null)
                    if ($Number(object.priority) !== 0)
                        message.priority = object.priority >>> 0;
                return message;
            };

            VrrpTransition.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.instance = "";
                    object.from = "";
                    object.to = "";
                    object.priority = 0;
                }
                if (message.instance != null && $Object.hasOwnProperty.call(message, "instance"))
                    object.instance = message.instance;
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    object.from = message.from;
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    object.to = message.to;
                if (message.priority != null && $Object.hasOwnProperty.call(message, "priority"))
                    object.priority = message.priority;
                return object;
            };

            VrrpTransition.prototype.toJSON = function() {
                return VrrpTransition.toObject(this, $protobuf.util.toJSONOptions);
            };

            return VrrpTransition;
        })();

        v1.PlanApplied = (function() {

            const PlanApplied = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PlanApplied.prototype.ops = 0;
            PlanApplied.prototype.durationMs = 0;

            PlanApplied.create = function(properties) {
                return new PlanApplied(properties);
            };

            PlanApplied.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ops != null && $Object.hasOwnProperty.call(message, "ops") && message.ops !== 0)
                    writer.uint32(8).uint32(message.ops);
                if (message.durationMs != null && $Object.hasOwnProperty.call(message, "durationMs") && !$Object.is(message.durationMs, 0))
                    writer.uint32(17).double(message.durationMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PlanApplied.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.PlanApplied();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.ops = value;
                            else
                                delete message.ops;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.durationMs = value;
                            else
                                delete message.durationMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PlanApplied.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.ops != null && $Object.hasOwnProperty.call(message, "ops"))
                    if (!$util.isInteger(message.ops))
                        return "ops: integer expected";
                if (message.durationMs != null && $Object.hasOwnProperty.call(message, "durationMs"))
                    if (typeof message.durationMs !== "number")
                        return "durationMs: number expected";
                return null;
            };

            PlanApplied.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.PlanApplied)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.PlanApplied: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.PlanApplied();
                if (object.ops != null)
                    if ($Number(object.ops) !== 0)
                        message.ops = object.ops >>> 0;
                if (object.durationMs != null)
                    if (!$Object.is($Number(object.durationMs), 0))
                        message.durationMs = $Number(object.durationMs);
                return message;
            };

            PlanApplied.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.ops = 0;
                    object.durationMs = 0;
                }
                if (message.ops != null && $Object.hasOwnProperty.call(message, "ops"))
                    object.ops = message.ops;
                if (message.durationMs != null && $Object.hasOwnProperty.call(message, "durationMs"))
                    object.durationMs = options.json && !$isFinite(message.durationMs) ? $String(message.durationMs) : message.durationMs;
                return object;
            };

            PlanApplied.prototype.toJSON = function() {
                return PlanApplied.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PlanApplied;
        })();

        v1.PlanRefused = (function() {

            const PlanRefused = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PlanRefused.prototype.code = "";
            PlanRefused.prototype.message = "";

            PlanRefused.create = function(properties) {
                return new PlanRefused(properties);
            };

            PlanRefused.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(10).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(18).string(message.message);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PlanRefused.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.PlanRefused();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PlanRefused.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    if (!$util.isString(message.code))
                        return "code: string expected";
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    if (!$util.isString(message.message))
                        return "message: string expected";
                return null;
            };

            PlanRefused.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.PlanRefused)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.PlanRefused: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.PlanRefused();
                if (object.code != null)
                    if (typeof object.code !== "string" || object.code.length)
                        message.code = $String(object.code);
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                return message;
            };

            PlanRefused.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.code = "";
                    object.message = "";
                }
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = message.code;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                return object;
            };

            PlanRefused.prototype.toJSON = function() {
                return PlanRefused.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PlanRefused;
        })();

        v1.ApplyFailed = (function() {

            const ApplyFailed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ApplyFailed.prototype.code = "";
            ApplyFailed.prototype.message = "";

            ApplyFailed.create = function(properties) {
                return new ApplyFailed(properties);
            };

            ApplyFailed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(10).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(18).string(message.message);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ApplyFailed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.ApplyFailed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ApplyFailed.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    if (!$util.isString(message.code))
                        return "code: string expected";
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    if (!$util.isString(message.message))
                        return "message: string expected";
                return null;
            };

            ApplyFailed.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ApplyFailed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ApplyFailed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ApplyFailed();
                if (object.code != null)
                    if (typeof object.code !== "string" || object.code.length)
                        message.code = $String(object.code);
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                return message;
            };

            ApplyFailed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.code = "";
                    object.message = "";
                }
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = message.code;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                return object;
            };

            ApplyFailed.prototype.toJSON = function() {
                return ApplyFailed.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ApplyFailed;
        })();

        v1.AdminStateSeen = (function() {

            const AdminStateSeen = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AdminStateSeen.prototype.from = "";
            AdminStateSeen.prototype.to = "";

            AdminStateSeen.create = function(properties) {
                return new AdminStateSeen(properties);
            };

            AdminStateSeen.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== "")
                    writer.uint32(10).string(message.from);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== "")
                    writer.uint32(18).string(message.to);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AdminStateSeen.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.AdminStateSeen();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.from = value;
                            else
                                delete message.from;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.to = value;
                            else
                                delete message.to;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AdminStateSeen.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    if (!$util.isString(message.from))
                        return "from: string expected";
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    if (!$util.isString(message.to))
                        return "to: string expected";
                return null;
            };

            AdminStateSeen.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.AdminStateSeen)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.AdminStateSeen: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.AdminStateSeen();
                if (object.from != null)
                    if (typeof object.from !== "string" || object.from.length)
                        message.from = $String(object.from);
                if (object.to != null)
                    if (typeof object.to !== "string" || object.to.length)
                        message.to = $String(object.to);
                return message;
            };

            AdminStateSeen.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.from = "";
                    object.to = "";
                }
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    object.from = message.from;
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    object.to = message.to;
                return object;
            };

            AdminStateSeen.prototype.toJSON = function() {
                return AdminStateSeen.toObject(this, $protobuf.util.toJSONOptions);
            };

            return AdminStateSeen;
        })();

        v1.AddressesReleased = (function() {

            const AddressesReleased = function (properties) {
                this.addresses = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AddressesReleased.prototype.addresses = $util.emptyArray;
            AddressesReleased.prototype.reason = "";

            AddressesReleased.create = function(properties) {
                return new AddressesReleased(properties);
            };

            AddressesReleased.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.addresses != null && message.addresses.length)
                    for (let i = 0; i < message.addresses.length; ++i)
                        writer.uint32(10).string(message.addresses[i]);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(18).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AddressesReleased.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.AddressesReleased();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.addresses && message.addresses.length))
                                message.addresses = [];
                            message.addresses.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AddressesReleased.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.addresses != null && $Object.hasOwnProperty.call(message, "addresses")) {
                    if (!$Array.isArray(message.addresses))
                        return "addresses: array expected";
                    for (let i = 0; i < message.addresses.length; ++i)
                        if (!$util.isString(message.addresses[i]))
                            return "addresses: string[] expected";
                }
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    if (!$util.isString(message.reason))
                        return "reason: string expected";
                return null;
            };

            AddressesReleased.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.AddressesReleased)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.AddressesReleased: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.AddressesReleased();
                if (object.addresses) {
                    if (!$Array.isArray(object.addresses))
                        throw $TypeError(".sluice.v1.AddressesReleased.addresses: array expected");
                    message.addresses = $Array(object.addresses.length);
                    for (let i = 0; i < object.addresses.length; ++i)
                        message.addresses[i] = $String(object.addresses[i]);
                }
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            AddressesReleased.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.addresses = [];
                if (options.defaults)
                    object.reason = "";
                if (message.addresses && message.addresses.length) {
                    object.addresses = $Array(message.addresses.length);
                    for (let j = 0; j < message.addresses.length; ++j)
                        object.addresses[j] = message.addresses[j];
                }
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            AddressesReleased.prototype.toJSON = function() {
                return AddressesReleased.toObject(this, $protobuf.util.toJSONOptions);
            };

            return AddressesReleased;
        })();

        v1.ForeignFound = (function() {

            const ForeignFound = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ForeignFound.prototype.where = "";
            ForeignFound.prototype.what = "";

            ForeignFound.create = function(properties) {
                return new ForeignFound(properties);
            };

            ForeignFound.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.where != null && $Object.hasOwnProperty.call(message, "where") && message.where !== "")
                    writer.uint32(10).string(message.where);
                if (message.what != null && $Object.hasOwnProperty.call(message, "what") && message.what !== "")
                    writer.uint32(18).string(message.what);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ForeignFound.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.ForeignFound();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.where = value;
                            else
                                delete message.where;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.what = value;
                            else
                                delete message.what;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ForeignFound.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.where != null && $Object.hasOwnProperty.call(message, "where"))
                    if (!$util.isString(message.where))
                        return "where: string expected";
                if (message.what != null && $Object.hasOwnProperty.call(message, "what"))
                    if (!$util.isString(message.what))
                        return "what: string expected";
                return null;
            };

            ForeignFound.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ForeignFound)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ForeignFound: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ForeignFound();
                if (object.where != null)
                    if (typeof object.where !== "string" || object.where.length)
                        message.where = $String(object.where);
                if (object.what != null)
                    if (typeof object.what !== "string" || object.what.length)
                        message.what = $String(object.what);
                return message;
            };

            ForeignFound.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.where = "";
                    object.what = "";
                }
                if (message.where != null && $Object.hasOwnProperty.call(message, "where"))
                    object.where = message.where;
                if (message.what != null && $Object.hasOwnProperty.call(message, "what"))
                    object.what = message.what;
                return object;
            };

            ForeignFound.prototype.toJSON = function() {
                return ForeignFound.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ForeignFound;
        })();

        v1.EventsLost = (function() {

            const EventsLost = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            EventsLost.prototype.count = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            EventsLost.prototype.reason = "";

            EventsLost.create = function(properties) {
                return new EventsLost(properties);
            };

            EventsLost.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && (typeof message.count === "object" ? message.count.low || message.count.high : message.count !== 0))
                    writer.uint32(8).uint64(message.count);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(18).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            EventsLost.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.EventsLost();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            EventsLost.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.count != null && $Object.hasOwnProperty.call(message, "count"))
                    if (!$util.isInteger(message.count) && !(message.count && $util.isInteger(message.count.low) && $util.isInteger(message.count.high)))
                        return "count: integer|Long expected";
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    if (!$util.isString(message.reason))
                        return "reason: string expected";
                return null;
            };

            EventsLost.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.EventsLost)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.EventsLost: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.EventsLost();
                if (object.count != null)
                    if (typeof object.count === "object" ? object.count.low || object.count.high : $Number(object.count) !== 0)
                        if ($util.Long)
                            message.count = $util.Long.fromValue(object.count, true);
                        else if (typeof object.count === "string")
                            message.count = $parseInt(object.count, 10);
                        else if (typeof object.count === "number")
                            message.count = object.count;
                        else if (typeof object.count === "object")
                            message.count = new $util.LongBits(object.count.low >>> 0, object.count.high >>> 0).toNumber(true);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            EventsLost.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.count = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.count = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.reason = "";
                }
                if (message.count != null && $Object.hasOwnProperty.call(message, "count"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.count = typeof message.count === "number" ? $BigInt(message.count) : $util.Long.fromBits(message.count.low >>> 0, message.count.high >>> 0, true).toBigInt();
                    else if (typeof message.count === "number")
                        object.count = options.longs === $String ? $String(message.count) : message.count;
                    else
                        object.count = options.longs === $String ? $util.Long.prototype.toString.call(message.count) : options.longs === $Number ? new $util.LongBits(message.count.low >>> 0, message.count.high >>> 0).toNumber(true) : message.count;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            EventsLost.prototype.toJSON = function() {
                return EventsLost.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EventsLost;
        })();

        v1.CommandError = (function() {

            const CommandError = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CommandError.prototype.code = "";
            CommandError.prototype.message = "";
            CommandError.prototype.hint = "";

            CommandError.create = function(properties) {
                return new CommandError(properties);
            };

            CommandError.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(10).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(18).string(message.message);
                if (message.hint != null && $Object.hasOwnProperty.call(message, "hint") && message.hint !== "")
                    writer.uint32(26).string(message.hint);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            CommandError.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.CommandError();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hint = value;
                            else
                                delete message.hint;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            CommandError.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    if (!$util.isString(message.code))
                        return "code: string expected";
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    if (!$util.isString(message.message))
                        return "message: string expected";
                if (message.hint != null && $Object.hasOwnProperty.call(message, "hint"))
                    if (!$util.isString(message.hint))
                        return "hint: string expected";
                return null;
            };

            CommandError.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.CommandError)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.CommandError: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.CommandError();
                if (object.code != null)
                    if (typeof object.code !== "string" || object.code.length)
                        message.code = $String(object.code);
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                if (object.hint != null)
                    if (typeof object.hint !== "string" || object.hint.length)
                        message.hint = $String(object.hint);
                return message;
            };

            CommandError.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.code = "";
                    object.message = "";
                    object.hint = "";
                }
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = message.code;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                if (message.hint != null && $Object.hasOwnProperty.call(message, "hint"))
                    object.hint = message.hint;
                return object;
            };

            CommandError.prototype.toJSON = function() {
                return CommandError.toObject(this, $protobuf.util.toJSONOptions);
            };

            return CommandError;
        })();

        v1.Empty = (function() {

            const Empty = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Empty.create = function(properties) {
                return new Empty(properties);
            };

            Empty.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Empty.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.Empty();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Empty.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                return null;
            };

            Empty.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Empty)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Empty: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.sluice.v1.Empty();
            };

            Empty.toObject = function () {
                return {};
            };

            Empty.prototype.toJSON = function() {
                return Empty.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Empty;
        })();

        v1.Connection = (function() {

            const Connection = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Connection.prototype.protocol = "";
            Connection.prototype.client = null;
            Connection.prototype.vip = null;
            Connection.prototype.local = null;
            Connection.prototype.realServer = null;
            Connection.prototype.state = "";
            Connection.prototype.timeoutS = 0;
            Connection.prototype.packets = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Connection.prototype.bytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            Connection.create = function(properties) {
                return new Connection(properties);
            };

            Connection.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== "")
                    writer.uint32(10).string(message.protocol);
                if (message.client != null && $Object.hasOwnProperty.call(message, "client"))
                    $root.sluice.v1.Endpoint.encode(message.client, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.vip != null && $Object.hasOwnProperty.call(message, "vip"))
                    $root.sluice.v1.Endpoint.encode(message.vip, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.local != null && $Object.hasOwnProperty.call(message, "local"))
                    $root.sluice.v1.Endpoint.encode(message.local, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.realServer != null && $Object.hasOwnProperty.call(message, "realServer"))
                    $root.sluice.v1.Endpoint.encode(message.realServer, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(50).string(message.state);
                if (message.timeoutS != null && $Object.hasOwnProperty.call(message, "timeoutS") && message.timeoutS !== 0)
                    writer.uint32(56).uint32(message.timeoutS);
                if (message.packets != null && $Object.hasOwnProperty.call(message, "packets") && (typeof message.packets === "object" ? message.packets.low || message.packets.high : message.packets !== 0))
                    writer.uint32(64).uint64(message.packets);
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && (typeof message.bytes === "object" ? message.bytes.low || message.bytes.high : message.bytes !== 0))
                    writer.uint32(72).uint64(message.bytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Connection.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.Connection();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.protocol = value;
                            else
                                delete message.protocol;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.client = $root.sluice.v1.Endpoint.decode(reader, reader.size(), $undefined, _depth + 1, message.client);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.vip = $root.sluice.v1.Endpoint.decode(reader, reader.size(), $undefined, _depth + 1, message.vip);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.local = $root.sluice.v1.Endpoint.decode(reader, reader.size(), $undefined, _depth + 1, message.local);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.realServer = $root.sluice.v1.Endpoint.decode(reader, reader.size(), $undefined, _depth + 1, message.realServer);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.timeoutS = value;
                            else
                                delete message.timeoutS;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.packets = value;
                            else
                                delete message.packets;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.bytes = value;
                            else
                                delete message.bytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Connection.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol"))
                    if (!$util.isString(message.protocol))
                        return "protocol: string expected";
                if (message.client != null && $Object.hasOwnProperty.call(message, "client")) {
                    let error = $root.sluice.v1.Endpoint.verify(message.client, _depth + 1);
                    if (error)
                        return "client." + error;
                }
                if (message.vip != null && $Object.hasOwnProperty.call(message, "vip")) {
                    let error = $root.sluice.v1.Endpoint.verify(message.vip, _depth + 1);
                    if (error)
                        return "vip." + error;
                }
                if (message.local != null && $Object.hasOwnProperty.call(message, "local")) {
                    let error = $root.sluice.v1.Endpoint.verify(message.local, _depth + 1);
                    if (error)
                        return "local." + error;
                }
                if (message.realServer != null && $Object.hasOwnProperty.call(message, "realServer")) {
                    let error = $root.sluice.v1.Endpoint.verify(message.realServer, _depth + 1);
                    if (error)
                        return "realServer." + error;
                }
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    if (!$util.isString(message.state))
                        return "state: string expected";
                if (message.timeoutS != null && $Object.hasOwnProperty.call(message, "timeoutS"))
                    if (!$util.isInteger(message.timeoutS))
                        return "timeoutS: integer expected";
                if (message.packets != null && $Object.hasOwnProperty.call(message, "packets"))
                    if (!$util.isInteger(message.packets) && !(message.packets && $util.isInteger(message.packets.low) && $util.isInteger(message.packets.high)))
                        return "packets: integer|Long expected";
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes"))
                    if (!$util.isInteger(message.bytes) && !(message.bytes && $util.isInteger(message.bytes.low) && $util.isInteger(message.bytes.high)))
                        return "bytes: integer|Long expected";
                return null;
            };

            Connection.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Connection)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Connection: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Connection();
                if (object.protocol != null)
                    if (typeof object.protocol !== "string" || object.protocol.length)
                        message.protocol = $String(object.protocol);
                if (object.client != null) {
                    if (!$util.isObject(object.client))
                        throw $TypeError(".sluice.v1.Connection.client: object expected");
                    message.client = $root.sluice.v1.Endpoint.fromObject(object.client, _depth + 1);
                }
                if (object.vip != null) {
                    if (!$util.isObject(object.vip))
                        throw $TypeError(".sluice.v1.Connection.vip: object expected");
                    message.vip = $root.sluice.v1.Endpoint.fromObject(object.vip, _depth + 1);
                }
                if (object.local != null) {
                    if (!$util.isObject(object.local))
                        throw $TypeError(".sluice.v1.Connection.local: object expected");
                    message.local = $root.sluice.v1.Endpoint.fromObject(object.local, _depth + 1);
                }
                if (object.realServer != null) {
                    if (!$util.isObject(object.realServer))
                        throw $TypeError(".sluice.v1.Connection.realServer: object expected");
                    message.realServer = $root.sluice.v1.Endpoint.fromObject(object.realServer, _depth + 1);
                }
                if (object.state != null)
                    if (typeof object.state !== "string" || object.state.length)
                        message.state = $String(object.state);
                if (object.timeoutS != null)
                    if ($Number(object.timeoutS) !== 0)
                        message.timeoutS = object.timeoutS >>> 0;
                if (object.packets != null)
                    if (typeof object.packets === "object" ? object.packets.low || object.packets.high : $Number(object.packets) !== 0)
                        if ($util.Long)
                            message.packets = $util.Long.fromValue(object.packets, true);
                        else if (typeof object.packets === "string")
                            message.packets = $parseInt(object.packets, 10);
                        else if (typeof object.packets === "number")
                            message.packets = object.packets;
                        else if (typeof object.packets === "object")
                            message.packets = new $util.LongBits(object.packets.low >>> 0, object.packets.high >>> 0).toNumber(true);
                if (object.bytes != null)
                    if (typeof object.bytes === "object" ? object.bytes.low || object.bytes.high : $Number(object.bytes) !== 0)
                        if ($util.Long)
                            message.bytes = $util.Long.fromValue(object.bytes, true);
                        else if (typeof object.bytes === "string")
                            message.bytes = $parseInt(object.bytes, 10);
                        else if (typeof object.bytes === "number")
                            message.bytes = object.bytes;
                        else if (typeof object.bytes === "object")
                            message.bytes = new $util.LongBits(object.bytes.low >>> 0, object.bytes.high >>> 0).toNumber(true);
                return message;
            };

            Connection.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.protocol = "";
                    object.client = null;
                    object.vip = null;
                    object.local = null;
                    object.realServer = null;
                    object.state = "";
                    object.timeoutS = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.packets = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.packets = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.bytes = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.bytes = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol"))
                    object.protocol = message.protocol;
                if (message.client != null && $Object.hasOwnProperty.call(message, "client"))
                    object.client = $root.sluice.v1.Endpoint.toObject(message.client, options, _depth + 1);
                if (message.vip != null && $Object.hasOwnProperty.call(message, "vip"))
                    object.vip = $root.sluice.v1.Endpoint.toObject(message.vip, options, _depth + 1);
                if (message.local != null && $Object.hasOwnProperty.call(message, "local"))
                    object.local = $root.sluice.v1.Endpoint.toObject(message.local, options, _depth + 1);
                if (message.realServer != null && $Object.hasOwnProperty.call(message, "realServer"))
                    object.realServer = $root.sluice.v1.Endpoint.toObject(message.realServer, options, _depth + 1);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    object.state = message.state;
                if (message.timeoutS != null && $Object.hasOwnProperty.call(message, "timeoutS"))
                    object.timeoutS = message.timeoutS;
                if (message.packets != null && $Object.hasOwnProperty.call(message, "packets"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.packets = typeof message.packets === "number" ? $BigInt(message.packets) : $util.Long.fromBits(message.packets.low >>> 0, message.packets.high >>> 0, true).toBigInt();
                    else if (typeof message.packets === "number")
                        object.packets = options.longs === $String ? $String(message.packets) : message.packets;
                    else
                        object.packets = options.longs === $String ? $util.Long.prototype.toString.call(message.packets) : options.longs === $Number ? new $util.LongBits(message.packets.low >>> 0, message.packets.high >>> 0).toNumber(true) : message.packets;
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.bytes = typeof message.bytes === "number" ? $BigInt(message.bytes) : $util.Long.fromBits(message.bytes.low >>> 0, message.bytes.high >>> 0, true).toBigInt();
                    else if (typeof message.bytes === "number")
                        object.bytes = options.longs === $String ? $String(message.bytes) : message.bytes;
                    else
                        object.bytes = options.longs === $String ? $util.Long.prototype.toString.call(message.bytes) : options.longs === $Number ? new $util.LongBits(message.bytes.low >>> 0, message.bytes.high >>> 0).toNumber(true) : message.bytes;
                return object;
            };

            Connection.prototype.toJSON = function() {
                return Connection.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Connection;
        })();

        v1.ConnectionFilter = (function() {

            const ConnectionFilter = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConnectionFilter.prototype.client = null;
            ConnectionFilter.prototype.vip = null;
            ConnectionFilter.prototype.realServer = null;
            ConnectionFilter.prototype.protocol = null;
            ConnectionFilter.prototype.limit = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ConnectionFilter.prototype, "_client", {
                get: $util.oneOfGetter($oneOfFields = ["client"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ConnectionFilter.prototype, "_vip", {
                get: $util.oneOfGetter($oneOfFields = ["vip"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ConnectionFilter.prototype, "_realServer", {
                get: $util.oneOfGetter($oneOfFields = ["realServer"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ConnectionFilter.prototype, "_protocol", {
                get: $util.oneOfGetter($oneOfFields = ["protocol"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ConnectionFilter.prototype, "_limit", {
                get: $util.oneOfGetter($oneOfFields = ["limit"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            ConnectionFilter.create = function(properties) {
                return new ConnectionFilter(properties);
            };

            ConnectionFilter.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.client != null && $Object.hasOwnProperty.call(message, "client"))
                    writer.uint32(10).string(message.client);
                if (message.vip != null && $Object.hasOwnProperty.call(message, "vip"))
                    writer.uint32(18).string(message.vip);
                if (message.realServer != null && $Object.hasOwnProperty.call(message, "realServer"))
                    writer.uint32(26).string(message.realServer);
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol"))
                    writer.uint32(34).string(message.protocol);
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit"))
                    writer.uint32(40).uint32(message.limit);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ConnectionFilter.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.ConnectionFilter();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.client = reader.stringVerify();
                            message._client = "client";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.vip = reader.stringVerify();
                            message._vip = "vip";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.realServer = reader.stringVerify();
                            message._realServer = "realServer";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.protocol = reader.stringVerify();
                            message._protocol = "protocol";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.limit = reader.uint32();
                            message._limit = "limit";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ConnectionFilter.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.client != null && $Object.hasOwnProperty.call(message, "client")) {
                    properties._client = 1;
                    if (!$util.isString(message.client))
                        return "client: string expected";
                }
                if (message.vip != null && $Object.hasOwnProperty.call(message, "vip")) {
                    properties._vip = 1;
                    if (!$util.isString(message.vip))
                        return "vip: string expected";
                }
                if (message.realServer != null && $Object.hasOwnProperty.call(message, "realServer")) {
                    properties._realServer = 1;
                    if (!$util.isString(message.realServer))
                        return "realServer: string expected";
                }
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol")) {
                    properties._protocol = 1;
                    if (!$util.isString(message.protocol))
                        return "protocol: string expected";
                }
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit")) {
                    properties._limit = 1;
                    if (!$util.isInteger(message.limit))
                        return "limit: integer expected";
                }
                return null;
            };

            ConnectionFilter.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ConnectionFilter)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ConnectionFilter: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ConnectionFilter();
                if (object.client != null)
                    message.client = $String(object.client);
                if (object.vip != null)
                    message.vip = $String(object.vip);
                if (object.realServer != null)
                    message.realServer = $String(object.realServer);
                if (object.protocol != null)
                    message.protocol = $String(object.protocol);
                if (object.limit != null)
                    message.limit = object.limit >>> 0;
                return message;
            };

            ConnectionFilter.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.client != null && $Object.hasOwnProperty.call(message, "client"))
                    object.client = message.client;
                if (message.vip != null && $Object.hasOwnProperty.call(message, "vip"))
                    object.vip = message.vip;
                if (message.realServer != null && $Object.hasOwnProperty.call(message, "realServer"))
                    object.realServer = message.realServer;
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol"))
                    object.protocol = message.protocol;
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit"))
                    object.limit = message.limit;
                return object;
            };

            ConnectionFilter.prototype.toJSON = function() {
                return ConnectionFilter.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ConnectionFilter;
        })();

        v1.ConnectionPage = (function() {

            const ConnectionPage = function (properties) {
                this.connections = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConnectionPage.prototype.connections = $util.emptyArray;
            ConnectionPage.prototype.total = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            ConnectionPage.create = function(properties) {
                return new ConnectionPage(properties);
            };

            ConnectionPage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.connections != null && message.connections.length)
                    for (let i = 0; i < message.connections.length; ++i)
                        $root.sluice.v1.Connection.encode(message.connections[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.total != null && $Object.hasOwnProperty.call(message, "total") && (typeof message.total === "object" ? message.total.low || message.total.high : message.total !== 0))
                    writer.uint32(16).uint64(message.total);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ConnectionPage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.ConnectionPage();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.connections && message.connections.length))
                                message.connections = [];
                            message.connections.push($root.sluice.v1.Connection.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.total = value;
                            else
                                delete message.total;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ConnectionPage.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.connections != null && $Object.hasOwnProperty.call(message, "connections")) {
                    if (!$Array.isArray(message.connections))
                        return "connections: array expected";
                    for (let i = 0; i < message.connections.length; ++i) {
                        let error = $root.sluice.v1.Connection.verify(message.connections[i], _depth + 1);
                        if (error)
                            return "connections." + error;
                    }
                }
                if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                    if (!$util.isInteger(message.total) && !(message.total && $util.isInteger(message.total.low) && $util.isInteger(message.total.high)))
                        return "total: integer|Long expected";
                return null;
            };

            ConnectionPage.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ConnectionPage)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ConnectionPage: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ConnectionPage();
                if (object.connections) {
                    if (!$Array.isArray(object.connections))
                        throw $TypeError(".sluice.v1.ConnectionPage.connections: array expected");
                    message.connections = $Array(object.connections.length);
                    for (let i = 0; i < object.connections.length; ++i) {
                        if (!$util.isObject(object.connections[i]))
                            throw $TypeError(".sluice.v1.ConnectionPage.connections: object expected");
                        message.connections[i] = $root.sluice.v1.Connection.fromObject(object.connections[i], _depth + 1);
                    }
                }
                if (object.total != null)
                    if (typeof object.total === "object" ? object.total.low || object.total.high : $Number(object.total) !== 0)
                        if ($util.Long)
                            message.total = $util.Long.fromValue(object.total, true);
                        else if (typeof object.total === "string")
                            message.total = $parseInt(object.total, 10);
                        else if (typeof object.total === "number")
                            message.total = object.total;
                        else if (typeof object.total === "object")
                            message.total = new $util.LongBits(object.total.low >>> 0, object.total.high >>> 0).toNumber(true);
                return message;
            };

            ConnectionPage.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.connections = [];
                if (options.defaults)
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.total = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.total = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if (message.connections && message.connections.length) {
                    object.connections = $Array(message.connections.length);
                    for (let j = 0; j < message.connections.length; ++j)
                        object.connections[j] = $root.sluice.v1.Connection.toObject(message.connections[j], options, _depth + 1);
                }
                if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.total = typeof message.total === "number" ? $BigInt(message.total) : $util.Long.fromBits(message.total.low >>> 0, message.total.high >>> 0, true).toBigInt();
                    else if (typeof message.total === "number")
                        object.total = options.longs === $String ? $String(message.total) : message.total;
                    else
                        object.total = options.longs === $String ? $util.Long.prototype.toString.call(message.total) : options.longs === $Number ? new $util.LongBits(message.total.low >>> 0, message.total.high >>> 0).toNumber(true) : message.total;
                return object;
            };

            ConnectionPage.prototype.toJSON = function() {
                return ConnectionPage.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ConnectionPage;
        })();

        v1.HealthQuery = (function() {

            const HealthQuery = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HealthQuery.prototype.service = "";

            HealthQuery.create = function(properties) {
                return new HealthQuery(properties);
            };

            HealthQuery.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.service != null && $Object.hasOwnProperty.call(message, "service") && message.service !== "")
                    writer.uint32(10).string(message.service);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            HealthQuery.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.HealthQuery();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.service = value;
                            else
                                delete message.service;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            HealthQuery.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                    if (!$util.isString(message.service))
                        return "service: string expected";
                return null;
            };

            HealthQuery.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.HealthQuery)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.HealthQuery: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.HealthQuery();
                if (object.service != null)
                    if (typeof object.service !== "string" || object.service.length)
                        message.service = $String(object.service);
                return message;
            };

            HealthQuery.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.service = "";
                if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                    object.service = message.service;
                return object;
            };

            HealthQuery.prototype.toJSON = function() {
                return HealthQuery.toObject(this, $protobuf.util.toJSONOptions);
            };

            return HealthQuery;
        })();

        v1.HealthPage = (function() {

            const HealthPage = function (properties) {
                this.realServers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HealthPage.prototype.realServers = $util.emptyArray;

            HealthPage.create = function(properties) {
                return new HealthPage(properties);
            };

            HealthPage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.realServers != null && message.realServers.length)
                    for (let i = 0; i < message.realServers.length; ++i)
                        $root.sluice.v1.RealServerHealth.encode(message.realServers[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            HealthPage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.HealthPage();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.realServers && message.realServers.length))
                                message.realServers = [];
                            message.realServers.push($root.sluice.v1.RealServerHealth.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            HealthPage.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.realServers != null && $Object.hasOwnProperty.call(message, "realServers")) {
                    if (!$Array.isArray(message.realServers))
                        return "realServers: array expected";
                    for (let i = 0; i < message.realServers.length; ++i) {
                        let error = $root.sluice.v1.RealServerHealth.verify(message.realServers[i], _depth + 1);
                        if (error)
                            return "realServers." + error;
                    }
                }
                return null;
            };

            HealthPage.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.HealthPage)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.HealthPage: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.HealthPage();
                if (object.realServers) {
                    if (!$Array.isArray(object.realServers))
                        throw $TypeError(".sluice.v1.HealthPage.realServers: array expected");
                    message.realServers = $Array(object.realServers.length);
                    for (let i = 0; i < object.realServers.length; ++i) {
                        if (!$util.isObject(object.realServers[i]))
                            throw $TypeError(".sluice.v1.HealthPage.realServers: object expected");
                        message.realServers[i] = $root.sluice.v1.RealServerHealth.fromObject(object.realServers[i], _depth + 1);
                    }
                }
                return message;
            };

            HealthPage.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.realServers = [];
                if (message.realServers && message.realServers.length) {
                    object.realServers = $Array(message.realServers.length);
                    for (let j = 0; j < message.realServers.length; ++j)
                        object.realServers[j] = $root.sluice.v1.RealServerHealth.toObject(message.realServers[j], options, _depth + 1);
                }
                return object;
            };

            HealthPage.prototype.toJSON = function() {
                return HealthPage.toObject(this, $protobuf.util.toJSONOptions);
            };

            return HealthPage;
        })();

        v1.DrainProgressQuery = (function() {

            const DrainProgressQuery = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DrainProgressQuery.prototype.windowMs = 0;

            DrainProgressQuery.create = function(properties) {
                return new DrainProgressQuery(properties);
            };

            DrainProgressQuery.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.windowMs != null && $Object.hasOwnProperty.call(message, "windowMs") && message.windowMs !== 0)
                    writer.uint32(8).uint32(message.windowMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DrainProgressQuery.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.DrainProgressQuery();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.windowMs = value;
                            else
                                delete message.windowMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DrainProgressQuery.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.windowMs != null && $Object.hasOwnProperty.call(message, "windowMs"))
                    if (!$util.isInteger(message.windowMs))
                        return "windowMs: integer expected";
                return null;
            };

            DrainProgressQuery.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.DrainProgressQuery)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.DrainProgressQuery: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.DrainProgressQuery();
                if (object.windowMs != null)
                    if ($Number(object.windowMs) !== 0)
                        message.windowMs = object.windowMs >>> 0;
                return message;
            };

            DrainProgressQuery.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.windowMs = 0;
                if (message.windowMs != null && $Object.hasOwnProperty.call(message, "windowMs"))
                    object.windowMs = message.windowMs;
                return object;
            };

            DrainProgressQuery.prototype.toJSON = function() {
                return DrainProgressQuery.toObject(this, $protobuf.util.toJSONOptions);
            };

            return DrainProgressQuery;
        })();

        v1.DrainProgress = (function() {

            const DrainProgress = function (properties) {
                this.ownedAddresses = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DrainProgress.prototype.tracked = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            DrainProgress.prototype.moving = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            DrainProgress.prototype.ownedAddresses = $util.emptyArray;

            DrainProgress.create = function(properties) {
                return new DrainProgress(properties);
            };

            DrainProgress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tracked != null && $Object.hasOwnProperty.call(message, "tracked") && (typeof message.tracked === "object" ? message.tracked.low || message.tracked.high : message.tracked !== 0))
                    writer.uint32(8).uint64(message.tracked);
                if (message.moving != null && $Object.hasOwnProperty.call(message, "moving") && (typeof message.moving === "object" ? message.moving.low || message.moving.high : message.moving !== 0))
                    writer.uint32(16).uint64(message.moving);
                if (message.ownedAddresses != null && message.ownedAddresses.length)
                    for (let i = 0; i < message.ownedAddresses.length; ++i)
                        writer.uint32(26).string(message.ownedAddresses[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DrainProgress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.DrainProgress();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.tracked = value;
                            else
                                delete message.tracked;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.moving = value;
                            else
                                delete message.moving;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ownedAddresses && message.ownedAddresses.length))
                                message.ownedAddresses = [];
                            message.ownedAddresses.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DrainProgress.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.tracked != null && $Object.hasOwnProperty.call(message, "tracked"))
                    if (!$util.isInteger(message.tracked) && !(message.tracked && $util.isInteger(message.tracked.low) && $util.isInteger(message.tracked.high)))
                        return "tracked: integer|Long expected";
                if (message.moving != null && $Object.hasOwnProperty.call(message, "moving"))
                    if (!$util.isInteger(message.moving) && !(message.moving && $util.isInteger(message.moving.low) && $util.isInteger(message.moving.high)))
                        return "moving: integer|Long expected";
                if (message.ownedAddresses != null && $Object.hasOwnProperty.call(message, "ownedAddresses")) {
                    if (!$Array.isArray(message.ownedAddresses))
                        return "ownedAddresses: array expected";
                    for (let i = 0; i < message.ownedAddresses.length; ++i)
                        if (!$util.isString(message.ownedAddresses[i]))
                            return "ownedAddresses: string[] expected";
                }
                return null;
            };

            DrainProgress.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.DrainProgress)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.DrainProgress: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.DrainProgress();
                if (object.tracked != null)
                    if (typeof object.tracked === "object" ? object.tracked.low || object.tracked.high : $Number(object.tracked) !== 0)
                        if ($util.Long)
                            message.tracked = $util.Long.fromValue(object.tracked, true);
                        else if (typeof object.tracked === "string")
                            message.tracked = $parseInt(object.tracked, 10);
                        else if (typeof object.tracked === "number")
                            message.tracked = object.tracked;
                        else if (typeof object.tracked === "object")
                            message.tracked = new $util.LongBits(object.tracked.low >>> 0, object.tracked.high >>> 0).toNumber(true);
                if (object.moving != null)
                    if (typeof object.moving === "object" ? object.moving.low || object.moving.high : $Number(object.moving) !== 0)
                        if ($util.Long)
                            message.moving = $util.Long.fromValue(object.moving, true);
                        else if (typeof object.moving === "string")
                            message.moving = $parseInt(object.moving, 10);
                        else if (typeof object.moving === "number")
                            message.moving = object.moving;
                        else if (typeof object.moving === "object")
                            message.moving = new $util.LongBits(object.moving.low >>> 0, object.moving.high >>> 0).toNumber(true);
                if (object.ownedAddresses) {
                    if (!$Array.isArray(object.ownedAddresses))
                        throw $TypeError(".sluice.v1.DrainProgress.ownedAddresses: array expected");
                    message.ownedAddresses = $Array(object.ownedAddresses.length);
                    for (let i = 0; i < object.ownedAddresses.length; ++i)
                        message.ownedAddresses[i] = $String(object.ownedAddresses[i]);
                }
                return message;
            };

            DrainProgress.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.ownedAddresses = [];
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.tracked = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.tracked = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.moving = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.moving = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.tracked != null && $Object.hasOwnProperty.call(message, "tracked"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.tracked = typeof message.tracked === "number" ? $BigInt(message.tracked) : $util.Long.fromBits(message.tracked.low >>> 0, message.tracked.high >>> 0, true).toBigInt();
                    else if (typeof message.tracked === "number")
                        object.tracked = options.longs === $String ? $String(message.tracked) : message.tracked;
                    else
                        object.tracked = options.longs === $String ? $util.Long.prototype.toString.call(message.tracked) : options.longs === $Number ? new $util.LongBits(message.tracked.low >>> 0, message.tracked.high >>> 0).toNumber(true) : message.tracked;
                if (message.moving != null && $Object.hasOwnProperty.call(message, "moving"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.moving = typeof message.moving === "number" ? $BigInt(message.moving) : $util.Long.fromBits(message.moving.low >>> 0, message.moving.high >>> 0, true).toBigInt();
                    else if (typeof message.moving === "number")
                        object.moving = options.longs === $String ? $String(message.moving) : message.moving;
                    else
                        object.moving = options.longs === $String ? $util.Long.prototype.toString.call(message.moving) : options.longs === $Number ? new $util.LongBits(message.moving.low >>> 0, message.moving.high >>> 0).toNumber(true) : message.moving;
                if (message.ownedAddresses && message.ownedAddresses.length) {
                    object.ownedAddresses = $Array(message.ownedAddresses.length);
                    for (let j = 0; j < message.ownedAddresses.length; ++j)
                        object.ownedAddresses[j] = message.ownedAddresses[j];
                }
                return object;
            };

            DrainProgress.prototype.toJSON = function() {
                return DrainProgress.toObject(this, $protobuf.util.toJSONOptions);
            };

            return DrainProgress;
        })();

        return v1;
    })();

    return sluice;
})();

export {
  $root as default
};
