// Generated from sluice.proto by "npm run proto"; do not edit.
import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace sluice. */
export namespace sluice {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a Stored.
         * @deprecated Use sluice.v1.Stored.$Properties instead.
         */
        interface IStored extends sluice.v1.Stored.$Properties {
        }

        /** Represents a Stored. */
        class Stored {

            /**
             * Constructs a new Stored.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Stored.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Stored version. */
            version: number;

            /** Stored type. */
            type: string;

            /** Stored body. */
            body: Uint8Array;

            /**
             * Creates a new Stored instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Stored instance
             */
            static create(properties: sluice.v1.Stored.$Shape): sluice.v1.Stored & sluice.v1.Stored.$Shape;
            static create(properties?: sluice.v1.Stored.$Properties): sluice.v1.Stored;

            /**
             * Encodes the specified Stored message. Does not implicitly {@link sluice.v1.Stored.verify|verify} messages.
             * @param message Stored message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Stored.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Stored message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Stored & sluice.v1.Stored.$Shape} Stored
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Stored & sluice.v1.Stored.$Shape;

            /**
             * Verifies a Stored message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Stored message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Stored
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Stored;

            /**
             * Creates a plain object from a Stored message. Also converts values to other types if specified.
             * @param message Stored
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Stored, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Stored to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Stored {

            /** Properties of a Stored. */
            interface $Properties {

                /** Stored version */
                version?: (number|null);

                /** Stored type */
                type?: (string|null);

                /** Stored body */
                body?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Stored. */
            type $Shape = sluice.v1.Stored.$Properties;
        }

        /**
         * Properties of a StringList.
         * @deprecated Use sluice.v1.StringList.$Properties instead.
         */
        interface IStringList extends sluice.v1.StringList.$Properties {
        }

        /** Represents a StringList. */
        class StringList {

            /**
             * Constructs a new StringList.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.StringList.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StringList values. */
            values: string[];

            /**
             * Creates a new StringList instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StringList instance
             */
            static create(properties: sluice.v1.StringList.$Shape): sluice.v1.StringList & sluice.v1.StringList.$Shape;
            static create(properties?: sluice.v1.StringList.$Properties): sluice.v1.StringList;

            /**
             * Encodes the specified StringList message. Does not implicitly {@link sluice.v1.StringList.verify|verify} messages.
             * @param message StringList message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.StringList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StringList message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.StringList & sluice.v1.StringList.$Shape} StringList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.StringList & sluice.v1.StringList.$Shape;

            /**
             * Verifies a StringList message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a StringList message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns StringList
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.StringList;

            /**
             * Creates a plain object from a StringList message. Also converts values to other types if specified.
             * @param message StringList
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.StringList, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this StringList to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace StringList {

            /** Properties of a StringList. */
            interface $Properties {

                /** StringList values */
                values?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StringList. */
            type $Shape = sluice.v1.StringList.$Properties;
        }

        /**
         * Properties of an Endpoint.
         * @deprecated Use sluice.v1.Endpoint.$Properties instead.
         */
        interface IEndpoint extends sluice.v1.Endpoint.$Properties {
        }

        /** Represents an Endpoint. */
        class Endpoint {

            /**
             * Constructs a new Endpoint.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Endpoint.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Endpoint address. */
            address: string;

            /** Endpoint port. */
            port: number;

            /**
             * Creates a new Endpoint instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Endpoint instance
             */
            static create(properties: sluice.v1.Endpoint.$Shape): sluice.v1.Endpoint & sluice.v1.Endpoint.$Shape;
            static create(properties?: sluice.v1.Endpoint.$Properties): sluice.v1.Endpoint;

            /**
             * Encodes the specified Endpoint message. Does not implicitly {@link sluice.v1.Endpoint.verify|verify} messages.
             * @param message Endpoint message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Endpoint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Endpoint message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Endpoint & sluice.v1.Endpoint.$Shape} Endpoint
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Endpoint & sluice.v1.Endpoint.$Shape;

            /**
             * Verifies an Endpoint message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an Endpoint message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Endpoint
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Endpoint;

            /**
             * Creates a plain object from an Endpoint message. Also converts values to other types if specified.
             * @param message Endpoint
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Endpoint, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Endpoint to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Endpoint {

            /** Properties of an Endpoint. */
            interface $Properties {

                /** Endpoint address */
                address?: (string|null);

                /** Endpoint port */
                port?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Endpoint. */
            type $Shape = sluice.v1.Endpoint.$Properties;
        }

        /**
         * Properties of a CarriedAddress.
         * @deprecated Use sluice.v1.CarriedAddress.$Properties instead.
         */
        interface ICarriedAddress extends sluice.v1.CarriedAddress.$Properties {
        }

        /** Represents a CarriedAddress. */
        class CarriedAddress {

            /**
             * Constructs a new CarriedAddress.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.CarriedAddress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CarriedAddress address. */
            address: string;

            /** CarriedAddress interface. */
            interface?: (string|null);

            /**
             * Creates a new CarriedAddress instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CarriedAddress instance
             */
            static create(properties: sluice.v1.CarriedAddress.$Shape): sluice.v1.CarriedAddress & sluice.v1.CarriedAddress.$Shape;
            static create(properties?: sluice.v1.CarriedAddress.$Properties): sluice.v1.CarriedAddress;

            /**
             * Encodes the specified CarriedAddress message. Does not implicitly {@link sluice.v1.CarriedAddress.verify|verify} messages.
             * @param message CarriedAddress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.CarriedAddress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CarriedAddress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.CarriedAddress & sluice.v1.CarriedAddress.$Shape} CarriedAddress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.CarriedAddress & sluice.v1.CarriedAddress.$Shape;

            /**
             * Verifies a CarriedAddress message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a CarriedAddress message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CarriedAddress
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.CarriedAddress;

            /**
             * Creates a plain object from a CarriedAddress message. Also converts values to other types if specified.
             * @param message CarriedAddress
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.CarriedAddress, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CarriedAddress to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace CarriedAddress {

            /** Properties of a CarriedAddress. */
            interface $Properties {

                /** CarriedAddress address */
                address?: (string|null);

                /** CarriedAddress interface */
                "interface"?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CarriedAddress. */
            type $Shape = sluice.v1.CarriedAddress.$Properties;
        }

        /**
         * Properties of a PlanRef.
         * @deprecated Use sluice.v1.PlanRef.$Properties instead.
         */
        interface IPlanRef extends sluice.v1.PlanRef.$Properties {
        }

        /** Represents a PlanRef. */
        class PlanRef {

            /**
             * Constructs a new PlanRef.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.PlanRef.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PlanRef cluster. */
            cluster: string;

            /** PlanRef generation. */
            generation: (number|Long);

            /** PlanRef digest. */
            digest: string;

            /**
             * Creates a new PlanRef instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PlanRef instance
             */
            static create(properties: sluice.v1.PlanRef.$Shape): sluice.v1.PlanRef & sluice.v1.PlanRef.$Shape;
            static create(properties?: sluice.v1.PlanRef.$Properties): sluice.v1.PlanRef;

            /**
             * Encodes the specified PlanRef message. Does not implicitly {@link sluice.v1.PlanRef.verify|verify} messages.
             * @param message PlanRef message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.PlanRef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlanRef message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.PlanRef & sluice.v1.PlanRef.$Shape} PlanRef
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.PlanRef & sluice.v1.PlanRef.$Shape;

            /**
             * Verifies a PlanRef message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a PlanRef message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PlanRef
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.PlanRef;

            /**
             * Creates a plain object from a PlanRef message. Also converts values to other types if specified.
             * @param message PlanRef
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.PlanRef, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PlanRef to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PlanRef {

            /** Properties of a PlanRef. */
            interface $Properties {

                /** PlanRef cluster */
                cluster?: (string|null);

                /** PlanRef generation */
                generation?: (number|Long|null);

                /** PlanRef digest */
                digest?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PlanRef. */
            type $Shape = sluice.v1.PlanRef.$Properties;
        }

        /**
         * Properties of a Metadata.
         * @deprecated Use sluice.v1.Metadata.$Properties instead.
         */
        interface IMetadata extends sluice.v1.Metadata.$Properties {
        }

        /** Represents a Metadata. */
        class Metadata {

            /**
             * Constructs a new Metadata.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Metadata.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Metadata name. */
            name: string;

            /** Metadata labels. */
            labels: { [k: string]: string };

            /**
             * Creates a new Metadata instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Metadata instance
             */
            static create(properties: sluice.v1.Metadata.$Shape): sluice.v1.Metadata & sluice.v1.Metadata.$Shape;
            static create(properties?: sluice.v1.Metadata.$Properties): sluice.v1.Metadata;

            /**
             * Encodes the specified Metadata message. Does not implicitly {@link sluice.v1.Metadata.verify|verify} messages.
             * @param message Metadata message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Metadata.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Metadata message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Metadata & sluice.v1.Metadata.$Shape} Metadata
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Metadata & sluice.v1.Metadata.$Shape;

            /**
             * Verifies a Metadata message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Metadata message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Metadata
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Metadata;

            /**
             * Creates a plain object from a Metadata message. Also converts values to other types if specified.
             * @param message Metadata
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Metadata, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Metadata to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Metadata {

            /** Properties of a Metadata. */
            interface $Properties {

                /** Metadata name */
                name?: (string|null);

                /** Metadata labels */
                labels?: ({ [k: string]: string }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Metadata. */
            type $Shape = sluice.v1.Metadata.$Properties;
        }

        /**
         * Properties of a Resource.
         * @deprecated Use sluice.v1.Resource.$Properties instead.
         */
        interface IResource extends sluice.v1.Resource.$Properties {
        }

        /** Represents a Resource. */
        class Resource {

            /**
             * Constructs a new Resource.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Resource.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Resource apiVersion. */
            apiVersion: string;

            /** Resource metadata. */
            metadata?: (sluice.v1.Metadata.$Properties|null);

            /** Resource cluster. */
            cluster?: (sluice.v1.ClusterSpec.$Properties|null);

            /** Resource node. */
            node?: (sluice.v1.NodeSpec.$Properties|null);

            /** Resource vrrpInstance. */
            vrrpInstance?: (sluice.v1.VrrpInstanceSpec.$Properties|null);

            /** Resource localAddressPool. */
            localAddressPool?: (sluice.v1.LocalAddressPoolSpec.$Properties|null);

            /** Resource virtualService. */
            virtualService?: (sluice.v1.VirtualServiceSpec.$Properties|null);

            /** Resource realServer. */
            realServer?: (sluice.v1.RealServerSpec.$Properties|null);

            /** Resource snatGateway. */
            snatGateway?: (sluice.v1.SnatGatewaySpec.$Properties|null);

            /** Resource syncGroup. */
            syncGroup?: (sluice.v1.SyncGroupSpec.$Properties|null);

            /** Resource rolloutPolicy. */
            rolloutPolicy?: (sluice.v1.RolloutPolicySpec.$Properties|null);

            /** Resource freeze. */
            freeze?: (sluice.v1.FreezeSpec.$Properties|null);

            /** Resource role. */
            role?: (sluice.v1.RoleSpec.$Properties|null);

            /** Resource roleBinding. */
            roleBinding?: (sluice.v1.RoleBindingSpec.$Properties|null);

            /** Resource chatBinding. */
            chatBinding?: (sluice.v1.ChatBindingSpec.$Properties|null);

            /** Resource spec. */
            spec?: ("cluster"|"node"|"vrrpInstance"|"localAddressPool"|"virtualService"|"realServer"|"snatGateway"|"syncGroup"|"rolloutPolicy"|"freeze"|"role"|"roleBinding"|"chatBinding");

            /**
             * Creates a new Resource instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Resource instance
             */
            static create(properties: sluice.v1.Resource.$Shape): sluice.v1.Resource & sluice.v1.Resource.$Shape;
            static create(properties?: sluice.v1.Resource.$Properties): sluice.v1.Resource;

            /**
             * Encodes the specified Resource message. Does not implicitly {@link sluice.v1.Resource.verify|verify} messages.
             * @param message Resource message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Resource.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Resource message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Resource & sluice.v1.Resource.$Shape} Resource
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Resource & sluice.v1.Resource.$Shape;

            /**
             * Verifies a Resource message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Resource message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Resource
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Resource;

            /**
             * Creates a plain object from a Resource message. Also converts values to other types if specified.
             * @param message Resource
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Resource, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Resource to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Resource {

            /** Properties of a Resource. */
            interface $Properties {

                /** Resource apiVersion */
                apiVersion?: (string|null);

                /** Resource metadata */
                metadata?: (sluice.v1.Metadata.$Properties|null);

                /** Resource cluster */
                cluster?: (sluice.v1.ClusterSpec.$Properties|null);

                /** Resource node */
                node?: (sluice.v1.NodeSpec.$Properties|null);

                /** Resource vrrpInstance */
                vrrpInstance?: (sluice.v1.VrrpInstanceSpec.$Properties|null);

                /** Resource localAddressPool */
                localAddressPool?: (sluice.v1.LocalAddressPoolSpec.$Properties|null);

                /** Resource virtualService */
                virtualService?: (sluice.v1.VirtualServiceSpec.$Properties|null);

                /** Resource realServer */
                realServer?: (sluice.v1.RealServerSpec.$Properties|null);

                /** Resource snatGateway */
                snatGateway?: (sluice.v1.SnatGatewaySpec.$Properties|null);

                /** Resource syncGroup */
                syncGroup?: (sluice.v1.SyncGroupSpec.$Properties|null);

                /** Resource rolloutPolicy */
                rolloutPolicy?: (sluice.v1.RolloutPolicySpec.$Properties|null);

                /** Resource freeze */
                freeze?: (sluice.v1.FreezeSpec.$Properties|null);

                /** Resource role */
                role?: (sluice.v1.RoleSpec.$Properties|null);

                /** Resource roleBinding */
                roleBinding?: (sluice.v1.RoleBindingSpec.$Properties|null);

                /** Resource chatBinding */
                chatBinding?: (sluice.v1.ChatBindingSpec.$Properties|null);

                /** Resource spec */
                spec?: ("cluster"|"node"|"vrrpInstance"|"localAddressPool"|"virtualService"|"realServer"|"snatGateway"|"syncGroup"|"rolloutPolicy"|"freeze"|"role"|"roleBinding"|"chatBinding");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Resource. */
            type $Shape = {
              apiVersion?: string|null;
              metadata?: sluice.v1.Metadata.$Shape|null;
              cluster?: sluice.v1.ClusterSpec.$Shape|null;
              node?: sluice.v1.NodeSpec.$Shape|null;
              vrrpInstance?: sluice.v1.VrrpInstanceSpec.$Shape|null;
              localAddressPool?: sluice.v1.LocalAddressPoolSpec.$Shape|null;
              virtualService?: sluice.v1.VirtualServiceSpec.$Shape|null;
              realServer?: sluice.v1.RealServerSpec.$Shape|null;
              snatGateway?: sluice.v1.SnatGatewaySpec.$Shape|null;
              syncGroup?: sluice.v1.SyncGroupSpec.$Shape|null;
              rolloutPolicy?: sluice.v1.RolloutPolicySpec.$Shape|null;
              freeze?: sluice.v1.FreezeSpec.$Shape|null;
              role?: sluice.v1.RoleSpec.$Shape|null;
              roleBinding?: sluice.v1.RoleBindingSpec.$Shape|null;
              chatBinding?: sluice.v1.ChatBindingSpec.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ spec?: undefined; cluster?: null; node?: null; vrrpInstance?: null; localAddressPool?: null; virtualService?: null; realServer?: null; snatGateway?: null; syncGroup?: null; rolloutPolicy?: null; freeze?: null; role?: null; roleBinding?: null; chatBinding?: null }|{ spec?: "cluster"; cluster: sluice.v1.ClusterSpec.$Shape; node?: null; vrrpInstance?: null; localAddressPool?: null; virtualService?: null; realServer?: null; snatGateway?: null; syncGroup?: null; rolloutPolicy?: null; freeze?: null; role?: null; roleBinding?: null; chatBinding?: null }|{ spec?: "node"; cluster?: null; node: sluice.v1.NodeSpec.$Shape; vrrpInstance?: null; localAddressPool?: null; virtualService?: null; realServer?: null; snatGateway?: null; syncGroup?: null; rolloutPolicy?: null; freeze?: null; role?: null; roleBinding?: null; chatBinding?: null }|{ spec?: "vrrpInstance"; cluster?: null; node?: null; vrrpInstance: sluice.v1.VrrpInstanceSpec.$Shape; localAddressPool?: null; virtualService?: null; realServer?: null; snatGateway?: null; syncGroup?: null; rolloutPolicy?: null; freeze?: null; role?: null; roleBinding?: null; chatBinding?: null }|{ spec?: "localAddressPool"; cluster?: null; node?: null; vrrpInstance?: null; localAddressPool: sluice.v1.LocalAddressPoolSpec.$Shape; virtualService?: null; realServer?: null; snatGateway?: null; syncGroup?: null; rolloutPolicy?: null; freeze?: null; role?: null; roleBinding?: null; chatBinding?: null }|{ spec?: "virtualService"; cluster?: null; node?: null; vrrpInstance?: null; localAddressPool?: null; virtualService: sluice.v1.VirtualServiceSpec.$Shape; realServer?: null; snatGateway?: null; syncGroup?: null; rolloutPolicy?: null; freeze?: null; role?: null; roleBinding?: null; chatBinding?: null }|{ spec?: "realServer"; cluster?: null; node?: null; vrrpInstance?: null; localAddressPool?: null; virtualService?: null; realServer: sluice.v1.RealServerSpec.$Shape; snatGateway?: null; syncGroup?: null; rolloutPolicy?: null; freeze?: null; role?: null; roleBinding?: null; chatBinding?: null }|{ spec?: "snatGateway"; cluster?: null; node?: null; vrrpInstance?: null; localAddressPool?: null; virtualService?: null; realServer?: null; snatGateway: sluice.v1.SnatGatewaySpec.$Shape; syncGroup?: null; rolloutPolicy?: null; freeze?: null; role?: null; roleBinding?: null; chatBinding?: null }|{ spec?: "syncGroup"; cluster?: null; node?: null; vrrpInstance?: null; localAddressPool?: null; virtualService?: null; realServer?: null; snatGateway?: null; syncGroup: sluice.v1.SyncGroupSpec.$Shape; rolloutPolicy?: null; freeze?: null; role?: null; roleBinding?: null; chatBinding?: null }|{ spec?: "rolloutPolicy"; cluster?: null; node?: null; vrrpInstance?: null; localAddressPool?: null; virtualService?: null; realServer?: null; snatGateway?: null; syncGroup?: null; rolloutPolicy: sluice.v1.RolloutPolicySpec.$Shape; freeze?: null; role?: null; roleBinding?: null; chatBinding?: null }|{ spec?: "freeze"; cluster?: null; node?: null; vrrpInstance?: null; localAddressPool?: null; virtualService?: null; realServer?: null; snatGateway?: null; syncGroup?: null; rolloutPolicy?: null; freeze: sluice.v1.FreezeSpec.$Shape; role?: null; roleBinding?: null; chatBinding?: null }|{ spec?: "role"; cluster?: null; node?: null; vrrpInstance?: null; localAddressPool?: null; virtualService?: null; realServer?: null; snatGateway?: null; syncGroup?: null; rolloutPolicy?: null; freeze?: null; role: sluice.v1.RoleSpec.$Shape; roleBinding?: null; chatBinding?: null }|{ spec?: "roleBinding"; cluster?: null; node?: null; vrrpInstance?: null; localAddressPool?: null; virtualService?: null; realServer?: null; snatGateway?: null; syncGroup?: null; rolloutPolicy?: null; freeze?: null; role?: null; roleBinding: sluice.v1.RoleBindingSpec.$Shape; chatBinding?: null }|{ spec?: "chatBinding"; cluster?: null; node?: null; vrrpInstance?: null; localAddressPool?: null; virtualService?: null; realServer?: null; snatGateway?: null; syncGroup?: null; rolloutPolicy?: null; freeze?: null; role?: null; roleBinding?: null; chatBinding: sluice.v1.ChatBindingSpec.$Shape })
            );
        }

        /**
         * Properties of a ClusterSpec.
         * @deprecated Use sluice.v1.ClusterSpec.$Properties instead.
         */
        interface IClusterSpec extends sluice.v1.ClusterSpec.$Properties {
        }

        /** Represents a ClusterSpec. */
        class ClusterSpec {

            /**
             * Constructs a new ClusterSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ClusterSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClusterSpec dataplane. */
            dataplane: string;

            /** ClusterSpec highAvailability. */
            highAvailability: string;

            /** ClusterSpec connectionSync. */
            connectionSync?: (sluice.v1.ConnectionSyncSpec.$Properties|null);

            /** ClusterSpec rolloutPolicy. */
            rolloutPolicy?: (string|null);

            /**
             * Creates a new ClusterSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ClusterSpec instance
             */
            static create(properties: sluice.v1.ClusterSpec.$Shape): sluice.v1.ClusterSpec & sluice.v1.ClusterSpec.$Shape;
            static create(properties?: sluice.v1.ClusterSpec.$Properties): sluice.v1.ClusterSpec;

            /**
             * Encodes the specified ClusterSpec message. Does not implicitly {@link sluice.v1.ClusterSpec.verify|verify} messages.
             * @param message ClusterSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ClusterSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClusterSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ClusterSpec & sluice.v1.ClusterSpec.$Shape} ClusterSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ClusterSpec & sluice.v1.ClusterSpec.$Shape;

            /**
             * Verifies a ClusterSpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ClusterSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ClusterSpec
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ClusterSpec;

            /**
             * Creates a plain object from a ClusterSpec message. Also converts values to other types if specified.
             * @param message ClusterSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ClusterSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ClusterSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ClusterSpec {

            /** Properties of a ClusterSpec. */
            interface $Properties {

                /** ClusterSpec dataplane */
                dataplane?: (string|null);

                /** ClusterSpec highAvailability */
                highAvailability?: (string|null);

                /** ClusterSpec connectionSync */
                connectionSync?: (sluice.v1.ConnectionSyncSpec.$Properties|null);

                /** ClusterSpec rolloutPolicy */
                rolloutPolicy?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClusterSpec. */
            type $Shape = sluice.v1.ClusterSpec.$Properties;
        }

        /**
         * Properties of a ConnectionSyncSpec.
         * @deprecated Use sluice.v1.ConnectionSyncSpec.$Properties instead.
         */
        interface IConnectionSyncSpec extends sluice.v1.ConnectionSyncSpec.$Properties {
        }

        /** Represents a ConnectionSyncSpec. */
        class ConnectionSyncSpec {

            /**
             * Constructs a new ConnectionSyncSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ConnectionSyncSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConnectionSyncSpec interface. */
            interface: string;

            /**
             * Creates a new ConnectionSyncSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ConnectionSyncSpec instance
             */
            static create(properties: sluice.v1.ConnectionSyncSpec.$Shape): sluice.v1.ConnectionSyncSpec & sluice.v1.ConnectionSyncSpec.$Shape;
            static create(properties?: sluice.v1.ConnectionSyncSpec.$Properties): sluice.v1.ConnectionSyncSpec;

            /**
             * Encodes the specified ConnectionSyncSpec message. Does not implicitly {@link sluice.v1.ConnectionSyncSpec.verify|verify} messages.
             * @param message ConnectionSyncSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ConnectionSyncSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConnectionSyncSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ConnectionSyncSpec & sluice.v1.ConnectionSyncSpec.$Shape} ConnectionSyncSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ConnectionSyncSpec & sluice.v1.ConnectionSyncSpec.$Shape;

            /**
             * Verifies a ConnectionSyncSpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ConnectionSyncSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ConnectionSyncSpec
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ConnectionSyncSpec;

            /**
             * Creates a plain object from a ConnectionSyncSpec message. Also converts values to other types if specified.
             * @param message ConnectionSyncSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ConnectionSyncSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ConnectionSyncSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ConnectionSyncSpec {

            /** Properties of a ConnectionSyncSpec. */
            interface $Properties {

                /** ConnectionSyncSpec interface */
                "interface"?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConnectionSyncSpec. */
            type $Shape = sluice.v1.ConnectionSyncSpec.$Properties;
        }

        /**
         * Properties of a NodeSpec.
         * @deprecated Use sluice.v1.NodeSpec.$Properties instead.
         */
        interface INodeSpec extends sluice.v1.NodeSpec.$Properties {
        }

        /** Represents a NodeSpec. */
        class NodeSpec {

            /**
             * Constructs a new NodeSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.NodeSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NodeSpec cluster. */
            cluster: string;

            /** NodeSpec managementAddress. */
            managementAddress: string;

            /** NodeSpec interfaces. */
            interfaces: sluice.v1.NodeInterface.$Properties[];

            /** NodeSpec vrrpPriority. */
            vrrpPriority: number;

            /** NodeSpec failureDomain. */
            failureDomain?: (string|null);

            /** NodeSpec bonds. */
            bonds: sluice.v1.Bond.$Properties[];

            /** NodeSpec routes. */
            routes: sluice.v1.Route.$Properties[];

            /** NodeSpec kernelVersion. */
            kernelVersion?: (string|null);

            /** NodeSpec dataplaneVersion. */
            dataplaneVersion?: (string|null);

            /** NodeSpec overrides. */
            overrides?: (sluice.v1.NodeOverrides.$Properties|null);

            /**
             * Creates a new NodeSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NodeSpec instance
             */
            static create(properties: sluice.v1.NodeSpec.$Shape): sluice.v1.NodeSpec & sluice.v1.NodeSpec.$Shape;
            static create(properties?: sluice.v1.NodeSpec.$Properties): sluice.v1.NodeSpec;

            /**
             * Encodes the specified NodeSpec message. Does not implicitly {@link sluice.v1.NodeSpec.verify|verify} messages.
             * @param message NodeSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.NodeSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.NodeSpec & sluice.v1.NodeSpec.$Shape} NodeSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.NodeSpec & sluice.v1.NodeSpec.$Shape;

            /**
             * Verifies a NodeSpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a NodeSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns NodeSpec
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.NodeSpec;

            /**
             * Creates a plain object from a NodeSpec message. Also converts values to other types if specified.
             * @param message NodeSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.NodeSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this NodeSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace NodeSpec {

            /** Properties of a NodeSpec. */
            interface $Properties {

                /** NodeSpec cluster */
                cluster?: (string|null);

                /** NodeSpec managementAddress */
                managementAddress?: (string|null);

                /** NodeSpec interfaces */
                interfaces?: (sluice.v1.NodeInterface.$Properties[]|null);

                /** NodeSpec vrrpPriority */
                vrrpPriority?: (number|null);

                /** NodeSpec failureDomain */
                failureDomain?: (string|null);

                /** NodeSpec bonds */
                bonds?: (sluice.v1.Bond.$Properties[]|null);

                /** NodeSpec routes */
                routes?: (sluice.v1.Route.$Properties[]|null);

                /** NodeSpec kernelVersion */
                kernelVersion?: (string|null);

                /** NodeSpec dataplaneVersion */
                dataplaneVersion?: (string|null);

                /** NodeSpec overrides */
                overrides?: (sluice.v1.NodeOverrides.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NodeSpec. */
            type $Shape = sluice.v1.NodeSpec.$Properties;
        }

        /**
         * Properties of a Bond.
         * @deprecated Use sluice.v1.Bond.$Properties instead.
         */
        interface IBond extends sluice.v1.Bond.$Properties {
        }

        /** Represents a Bond. */
        class Bond {

            /**
             * Constructs a new Bond.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Bond.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Bond name. */
            name: string;

            /** Bond mode. */
            mode: string;

            /** Bond members. */
            members: string[];

            /** Bond primary. */
            primary?: (string|null);

            /**
             * Creates a new Bond instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Bond instance
             */
            static create(properties: sluice.v1.Bond.$Shape): sluice.v1.Bond & sluice.v1.Bond.$Shape;
            static create(properties?: sluice.v1.Bond.$Properties): sluice.v1.Bond;

            /**
             * Encodes the specified Bond message. Does not implicitly {@link sluice.v1.Bond.verify|verify} messages.
             * @param message Bond message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Bond.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Bond message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Bond & sluice.v1.Bond.$Shape} Bond
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Bond & sluice.v1.Bond.$Shape;

            /**
             * Verifies a Bond message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Bond message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Bond
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Bond;

            /**
             * Creates a plain object from a Bond message. Also converts values to other types if specified.
             * @param message Bond
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Bond, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Bond to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Bond {

            /** Properties of a Bond. */
            interface $Properties {

                /** Bond name */
                name?: (string|null);

                /** Bond mode */
                mode?: (string|null);

                /** Bond members */
                members?: (string[]|null);

                /** Bond primary */
                primary?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Bond. */
            type $Shape = sluice.v1.Bond.$Properties;
        }

        /**
         * Properties of a Route.
         * @deprecated Use sluice.v1.Route.$Properties instead.
         */
        interface IRoute extends sluice.v1.Route.$Properties {
        }

        /** Represents a Route. */
        class Route {

            /**
             * Constructs a new Route.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Route.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Route to. */
            to: string;

            /** Route via. */
            via?: (string|null);

            /** Route interface. */
            interface?: (string|null);

            /** Route source. */
            source?: (string|null);

            /** Route metric. */
            metric?: (number|null);

            /** Route table. */
            table?: (number|null);

            /**
             * Creates a new Route instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Route instance
             */
            static create(properties: sluice.v1.Route.$Shape): sluice.v1.Route & sluice.v1.Route.$Shape;
            static create(properties?: sluice.v1.Route.$Properties): sluice.v1.Route;

            /**
             * Encodes the specified Route message. Does not implicitly {@link sluice.v1.Route.verify|verify} messages.
             * @param message Route message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Route.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Route message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Route & sluice.v1.Route.$Shape} Route
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Route & sluice.v1.Route.$Shape;

            /**
             * Verifies a Route message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Route message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Route
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Route;

            /**
             * Creates a plain object from a Route message. Also converts values to other types if specified.
             * @param message Route
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Route, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Route to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Route {

            /** Properties of a Route. */
            interface $Properties {

                /** Route to */
                to?: (string|null);

                /** Route via */
                via?: (string|null);

                /** Route interface */
                "interface"?: (string|null);

                /** Route source */
                source?: (string|null);

                /** Route metric */
                metric?: (number|null);

                /** Route table */
                table?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Route. */
            type $Shape = sluice.v1.Route.$Properties;
        }

        /**
         * Properties of a NodeOverrides.
         * @deprecated Use sluice.v1.NodeOverrides.$Properties instead.
         */
        interface INodeOverrides extends sluice.v1.NodeOverrides.$Properties {
        }

        /** Represents a NodeOverrides. */
        class NodeOverrides {

            /**
             * Constructs a new NodeOverrides.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.NodeOverrides.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NodeOverrides interfaces. */
            interfaces: { [k: string]: string };

            /** NodeOverrides vrrpPriorities. */
            vrrpPriorities: { [k: string]: number };

            /**
             * Creates a new NodeOverrides instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NodeOverrides instance
             */
            static create(properties: sluice.v1.NodeOverrides.$Shape): sluice.v1.NodeOverrides & sluice.v1.NodeOverrides.$Shape;
            static create(properties?: sluice.v1.NodeOverrides.$Properties): sluice.v1.NodeOverrides;

            /**
             * Encodes the specified NodeOverrides message. Does not implicitly {@link sluice.v1.NodeOverrides.verify|verify} messages.
             * @param message NodeOverrides message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.NodeOverrides.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeOverrides message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.NodeOverrides & sluice.v1.NodeOverrides.$Shape} NodeOverrides
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.NodeOverrides & sluice.v1.NodeOverrides.$Shape;

            /**
             * Verifies a NodeOverrides message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a NodeOverrides message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns NodeOverrides
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.NodeOverrides;

            /**
             * Creates a plain object from a NodeOverrides message. Also converts values to other types if specified.
             * @param message NodeOverrides
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.NodeOverrides, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this NodeOverrides to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace NodeOverrides {

            /** Properties of a NodeOverrides. */
            interface $Properties {

                /** NodeOverrides interfaces */
                interfaces?: ({ [k: string]: string }|null);

                /** NodeOverrides vrrpPriorities */
                vrrpPriorities?: ({ [k: string]: number }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NodeOverrides. */
            type $Shape = sluice.v1.NodeOverrides.$Properties;
        }

        /**
         * Properties of a NodeInterface.
         * @deprecated Use sluice.v1.NodeInterface.$Properties instead.
         */
        interface INodeInterface extends sluice.v1.NodeInterface.$Properties {
        }

        /** Represents a NodeInterface. */
        class NodeInterface {

            /**
             * Constructs a new NodeInterface.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.NodeInterface.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NodeInterface name. */
            name: string;

            /** NodeInterface addresses. */
            addresses: string[];

            /** NodeInterface network. */
            network?: (string|null);

            /**
             * Creates a new NodeInterface instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NodeInterface instance
             */
            static create(properties: sluice.v1.NodeInterface.$Shape): sluice.v1.NodeInterface & sluice.v1.NodeInterface.$Shape;
            static create(properties?: sluice.v1.NodeInterface.$Properties): sluice.v1.NodeInterface;

            /**
             * Encodes the specified NodeInterface message. Does not implicitly {@link sluice.v1.NodeInterface.verify|verify} messages.
             * @param message NodeInterface message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.NodeInterface.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeInterface message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.NodeInterface & sluice.v1.NodeInterface.$Shape} NodeInterface
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.NodeInterface & sluice.v1.NodeInterface.$Shape;

            /**
             * Verifies a NodeInterface message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a NodeInterface message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns NodeInterface
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.NodeInterface;

            /**
             * Creates a plain object from a NodeInterface message. Also converts values to other types if specified.
             * @param message NodeInterface
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.NodeInterface, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this NodeInterface to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace NodeInterface {

            /** Properties of a NodeInterface. */
            interface $Properties {

                /** NodeInterface name */
                name?: (string|null);

                /** NodeInterface addresses */
                addresses?: (string[]|null);

                /** NodeInterface network */
                network?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NodeInterface. */
            type $Shape = sluice.v1.NodeInterface.$Properties;
        }

        /**
         * Properties of a VrrpInstanceSpec.
         * @deprecated Use sluice.v1.VrrpInstanceSpec.$Properties instead.
         */
        interface IVrrpInstanceSpec extends sluice.v1.VrrpInstanceSpec.$Properties {
        }

        /** Represents a VrrpInstanceSpec. */
        class VrrpInstanceSpec {

            /**
             * Constructs a new VrrpInstanceSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.VrrpInstanceSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VrrpInstanceSpec cluster. */
            cluster: string;

            /** VrrpInstanceSpec interface. */
            interface: string;

            /** VrrpInstanceSpec virtualRouterId. */
            virtualRouterId: number;

            /** VrrpInstanceSpec family. */
            family: string;

            /** VrrpInstanceSpec advertIntervalMs. */
            advertIntervalMs: number;

            /** VrrpInstanceSpec addresses. */
            addresses: sluice.v1.CarriedAddress.$Properties[];

            /**
             * Creates a new VrrpInstanceSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns VrrpInstanceSpec instance
             */
            static create(properties: sluice.v1.VrrpInstanceSpec.$Shape): sluice.v1.VrrpInstanceSpec & sluice.v1.VrrpInstanceSpec.$Shape;
            static create(properties?: sluice.v1.VrrpInstanceSpec.$Properties): sluice.v1.VrrpInstanceSpec;

            /**
             * Encodes the specified VrrpInstanceSpec message. Does not implicitly {@link sluice.v1.VrrpInstanceSpec.verify|verify} messages.
             * @param message VrrpInstanceSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.VrrpInstanceSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VrrpInstanceSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.VrrpInstanceSpec & sluice.v1.VrrpInstanceSpec.$Shape} VrrpInstanceSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.VrrpInstanceSpec & sluice.v1.VrrpInstanceSpec.$Shape;

            /**
             * Verifies a VrrpInstanceSpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a VrrpInstanceSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns VrrpInstanceSpec
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.VrrpInstanceSpec;

            /**
             * Creates a plain object from a VrrpInstanceSpec message. Also converts values to other types if specified.
             * @param message VrrpInstanceSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.VrrpInstanceSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this VrrpInstanceSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace VrrpInstanceSpec {

            /** Properties of a VrrpInstanceSpec. */
            interface $Properties {

                /** VrrpInstanceSpec cluster */
                cluster?: (string|null);

                /** VrrpInstanceSpec interface */
                "interface"?: (string|null);

                /** VrrpInstanceSpec virtualRouterId */
                virtualRouterId?: (number|null);

                /** VrrpInstanceSpec family */
                family?: (string|null);

                /** VrrpInstanceSpec advertIntervalMs */
                advertIntervalMs?: (number|null);

                /** VrrpInstanceSpec addresses */
                addresses?: (sluice.v1.CarriedAddress.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VrrpInstanceSpec. */
            type $Shape = sluice.v1.VrrpInstanceSpec.$Properties;
        }

        /**
         * Properties of a LocalAddressPoolSpec.
         * @deprecated Use sluice.v1.LocalAddressPoolSpec.$Properties instead.
         */
        interface ILocalAddressPoolSpec extends sluice.v1.LocalAddressPoolSpec.$Properties {
        }

        /** Represents a LocalAddressPoolSpec. */
        class LocalAddressPoolSpec {

            /**
             * Constructs a new LocalAddressPoolSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.LocalAddressPoolSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LocalAddressPoolSpec cluster. */
            cluster: string;

            /** LocalAddressPoolSpec interface. */
            interface: string;

            /** LocalAddressPoolSpec perNode. */
            perNode: { [k: string]: sluice.v1.StringList.$Properties };

            /** LocalAddressPoolSpec vrrpInstance. */
            vrrpInstance?: (string|null);

            /** LocalAddressPoolSpec portRange. */
            portRange?: (sluice.v1.PortRange.$Properties|null);

            /** LocalAddressPoolSpec exhaustionPercent. */
            exhaustionPercent?: (number|null);

            /**
             * Creates a new LocalAddressPoolSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LocalAddressPoolSpec instance
             */
            static create(properties: sluice.v1.LocalAddressPoolSpec.$Shape): sluice.v1.LocalAddressPoolSpec & sluice.v1.LocalAddressPoolSpec.$Shape;
            static create(properties?: sluice.v1.LocalAddressPoolSpec.$Properties): sluice.v1.LocalAddressPoolSpec;

            /**
             * Encodes the specified LocalAddressPoolSpec message. Does not implicitly {@link sluice.v1.LocalAddressPoolSpec.verify|verify} messages.
             * @param message LocalAddressPoolSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.LocalAddressPoolSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LocalAddressPoolSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.LocalAddressPoolSpec & sluice.v1.LocalAddressPoolSpec.$Shape} LocalAddressPoolSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.LocalAddressPoolSpec & sluice.v1.LocalAddressPoolSpec.$Shape;

            /**
             * Verifies a LocalAddressPoolSpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a LocalAddressPoolSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LocalAddressPoolSpec
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.LocalAddressPoolSpec;

            /**
             * Creates a plain object from a LocalAddressPoolSpec message. Also converts values to other types if specified.
             * @param message LocalAddressPoolSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.LocalAddressPoolSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LocalAddressPoolSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LocalAddressPoolSpec {

            /** Properties of a LocalAddressPoolSpec. */
            interface $Properties {

                /** LocalAddressPoolSpec cluster */
                cluster?: (string|null);

                /** LocalAddressPoolSpec interface */
                "interface"?: (string|null);

                /** LocalAddressPoolSpec perNode */
                perNode?: ({ [k: string]: sluice.v1.StringList.$Properties }|null);

                /** LocalAddressPoolSpec vrrpInstance */
                vrrpInstance?: (string|null);

                /** LocalAddressPoolSpec portRange */
                portRange?: (sluice.v1.PortRange.$Properties|null);

                /** LocalAddressPoolSpec exhaustionPercent */
                exhaustionPercent?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LocalAddressPoolSpec. */
            type $Shape = sluice.v1.LocalAddressPoolSpec.$Properties;
        }

        /**
         * Properties of a PortRange.
         * @deprecated Use sluice.v1.PortRange.$Properties instead.
         */
        interface IPortRange extends sluice.v1.PortRange.$Properties {
        }

        /** Represents a PortRange. */
        class PortRange {

            /**
             * Constructs a new PortRange.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.PortRange.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PortRange first. */
            first: number;

            /** PortRange last. */
            last: number;

            /**
             * Creates a new PortRange instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PortRange instance
             */
            static create(properties: sluice.v1.PortRange.$Shape): sluice.v1.PortRange & sluice.v1.PortRange.$Shape;
            static create(properties?: sluice.v1.PortRange.$Properties): sluice.v1.PortRange;

            /**
             * Encodes the specified PortRange message. Does not implicitly {@link sluice.v1.PortRange.verify|verify} messages.
             * @param message PortRange message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.PortRange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PortRange message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.PortRange & sluice.v1.PortRange.$Shape} PortRange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.PortRange & sluice.v1.PortRange.$Shape;

            /**
             * Verifies a PortRange message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a PortRange message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PortRange
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.PortRange;

            /**
             * Creates a plain object from a PortRange message. Also converts values to other types if specified.
             * @param message PortRange
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.PortRange, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PortRange to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PortRange {

            /** Properties of a PortRange. */
            interface $Properties {

                /** PortRange first */
                first?: (number|null);

                /** PortRange last */
                last?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PortRange. */
            type $Shape = sluice.v1.PortRange.$Properties;
        }

        /**
         * Properties of a VirtualServiceSpec.
         * @deprecated Use sluice.v1.VirtualServiceSpec.$Properties instead.
         */
        interface IVirtualServiceSpec extends sluice.v1.VirtualServiceSpec.$Properties {
        }

        /** Represents a VirtualServiceSpec. */
        class VirtualServiceSpec {

            /**
             * Constructs a new VirtualServiceSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.VirtualServiceSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VirtualServiceSpec cluster. */
            cluster: string;

            /** VirtualServiceSpec vips. */
            vips: string[];

            /** VirtualServiceSpec ports. */
            ports: number[];

            /** VirtualServiceSpec protocol. */
            protocol: string;

            /** VirtualServiceSpec scheduler. */
            scheduler: string;

            /** VirtualServiceSpec forwarding. */
            forwarding: string;

            /** VirtualServiceSpec localAddressPool. */
            localAddressPool?: (string|null);

            /** VirtualServiceSpec vrrpInstance. */
            vrrpInstance?: (string|null);

            /** VirtualServiceSpec realServers. */
            realServers: sluice.v1.InlineRealServer.$Properties[];

            /** VirtualServiceSpec healthCheck. */
            healthCheck?: (sluice.v1.HealthCheck.$Properties|null);

            /** VirtualServiceSpec onFailure. */
            onFailure: string;

            /** VirtualServiceSpec fwmark. */
            fwmark?: (number|null);

            /** VirtualServiceSpec persistence. */
            persistence?: (sluice.v1.Persistence.$Properties|null);

            /** VirtualServiceSpec quorum. */
            quorum?: (sluice.v1.Quorum.$Properties|null);

            /** VirtualServiceSpec sorryServer. */
            sorryServer?: (sluice.v1.SorryServer.$Properties|null);

            /** VirtualServiceSpec synproxy. */
            synproxy?: (boolean|null);

            /** VirtualServiceSpec clientAddress. */
            clientAddress?: (string|null);

            /** VirtualServiceSpec limits. */
            limits?: (sluice.v1.ServiceLimits.$Properties|null);

            /** VirtualServiceSpec allow. */
            allow: string[];

            /** VirtualServiceSpec deny. */
            deny: string[];

            /** VirtualServiceSpec expireQuiescent. */
            expireQuiescent?: (boolean|null);

            /** VirtualServiceSpec onePacket. */
            onePacket?: (boolean|null);

            /**
             * Creates a new VirtualServiceSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns VirtualServiceSpec instance
             */
            static create(properties: sluice.v1.VirtualServiceSpec.$Shape): sluice.v1.VirtualServiceSpec & sluice.v1.VirtualServiceSpec.$Shape;
            static create(properties?: sluice.v1.VirtualServiceSpec.$Properties): sluice.v1.VirtualServiceSpec;

            /**
             * Encodes the specified VirtualServiceSpec message. Does not implicitly {@link sluice.v1.VirtualServiceSpec.verify|verify} messages.
             * @param message VirtualServiceSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.VirtualServiceSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VirtualServiceSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.VirtualServiceSpec & sluice.v1.VirtualServiceSpec.$Shape} VirtualServiceSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.VirtualServiceSpec & sluice.v1.VirtualServiceSpec.$Shape;

            /**
             * Verifies a VirtualServiceSpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a VirtualServiceSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns VirtualServiceSpec
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.VirtualServiceSpec;

            /**
             * Creates a plain object from a VirtualServiceSpec message. Also converts values to other types if specified.
             * @param message VirtualServiceSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.VirtualServiceSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this VirtualServiceSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace VirtualServiceSpec {

            /** Properties of a VirtualServiceSpec. */
            interface $Properties {

                /** VirtualServiceSpec cluster */
                cluster?: (string|null);

                /** VirtualServiceSpec vips */
                vips?: (string[]|null);

                /** VirtualServiceSpec ports */
                ports?: (number[]|null);

                /** VirtualServiceSpec protocol */
                protocol?: (string|null);

                /** VirtualServiceSpec scheduler */
                scheduler?: (string|null);

                /** VirtualServiceSpec forwarding */
                forwarding?: (string|null);

                /** VirtualServiceSpec localAddressPool */
                localAddressPool?: (string|null);

                /** VirtualServiceSpec vrrpInstance */
                vrrpInstance?: (string|null);

                /** VirtualServiceSpec realServers */
                realServers?: (sluice.v1.InlineRealServer.$Properties[]|null);

                /** VirtualServiceSpec healthCheck */
                healthCheck?: (sluice.v1.HealthCheck.$Properties|null);

                /** VirtualServiceSpec onFailure */
                onFailure?: (string|null);

                /** VirtualServiceSpec fwmark */
                fwmark?: (number|null);

                /** VirtualServiceSpec persistence */
                persistence?: (sluice.v1.Persistence.$Properties|null);

                /** VirtualServiceSpec quorum */
                quorum?: (sluice.v1.Quorum.$Properties|null);

                /** VirtualServiceSpec sorryServer */
                sorryServer?: (sluice.v1.SorryServer.$Properties|null);

                /** VirtualServiceSpec synproxy */
                synproxy?: (boolean|null);

                /** VirtualServiceSpec clientAddress */
                clientAddress?: (string|null);

                /** VirtualServiceSpec limits */
                limits?: (sluice.v1.ServiceLimits.$Properties|null);

                /** VirtualServiceSpec allow */
                allow?: (string[]|null);

                /** VirtualServiceSpec deny */
                deny?: (string[]|null);

                /** VirtualServiceSpec expireQuiescent */
                expireQuiescent?: (boolean|null);

                /** VirtualServiceSpec onePacket */
                onePacket?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VirtualServiceSpec. */
            type $Shape = sluice.v1.VirtualServiceSpec.$Properties;
        }

        /**
         * Properties of a Persistence.
         * @deprecated Use sluice.v1.Persistence.$Properties instead.
         */
        interface IPersistence extends sluice.v1.Persistence.$Properties {
        }

        /** Represents a Persistence. */
        class Persistence {

            /**
             * Constructs a new Persistence.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Persistence.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Persistence timeoutS. */
            timeoutS: number;

            /** Persistence mask. */
            mask?: (number|null);

            /**
             * Creates a new Persistence instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Persistence instance
             */
            static create(properties: sluice.v1.Persistence.$Shape): sluice.v1.Persistence & sluice.v1.Persistence.$Shape;
            static create(properties?: sluice.v1.Persistence.$Properties): sluice.v1.Persistence;

            /**
             * Encodes the specified Persistence message. Does not implicitly {@link sluice.v1.Persistence.verify|verify} messages.
             * @param message Persistence message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Persistence.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Persistence message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Persistence & sluice.v1.Persistence.$Shape} Persistence
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Persistence & sluice.v1.Persistence.$Shape;

            /**
             * Verifies a Persistence message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Persistence message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Persistence
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Persistence;

            /**
             * Creates a plain object from a Persistence message. Also converts values to other types if specified.
             * @param message Persistence
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Persistence, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Persistence to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Persistence {

            /** Properties of a Persistence. */
            interface $Properties {

                /** Persistence timeoutS */
                timeoutS?: (number|null);

                /** Persistence mask */
                mask?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Persistence. */
            type $Shape = sluice.v1.Persistence.$Properties;
        }

        /**
         * Properties of a Quorum.
         * @deprecated Use sluice.v1.Quorum.$Properties instead.
         */
        interface IQuorum extends sluice.v1.Quorum.$Properties {
        }

        /** Represents a Quorum. */
        class Quorum {

            /**
             * Constructs a new Quorum.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Quorum.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Quorum up. */
            up: number;

            /** Quorum down. */
            down: number;

            /**
             * Creates a new Quorum instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Quorum instance
             */
            static create(properties: sluice.v1.Quorum.$Shape): sluice.v1.Quorum & sluice.v1.Quorum.$Shape;
            static create(properties?: sluice.v1.Quorum.$Properties): sluice.v1.Quorum;

            /**
             * Encodes the specified Quorum message. Does not implicitly {@link sluice.v1.Quorum.verify|verify} messages.
             * @param message Quorum message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Quorum.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Quorum message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Quorum & sluice.v1.Quorum.$Shape} Quorum
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Quorum & sluice.v1.Quorum.$Shape;

            /**
             * Verifies a Quorum message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Quorum message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Quorum
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Quorum;

            /**
             * Creates a plain object from a Quorum message. Also converts values to other types if specified.
             * @param message Quorum
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Quorum, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Quorum to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Quorum {

            /** Properties of a Quorum. */
            interface $Properties {

                /** Quorum up */
                up?: (number|null);

                /** Quorum down */
                down?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Quorum. */
            type $Shape = sluice.v1.Quorum.$Properties;
        }

        /**
         * Properties of a SorryServer.
         * @deprecated Use sluice.v1.SorryServer.$Properties instead.
         */
        interface ISorryServer extends sluice.v1.SorryServer.$Properties {
        }

        /** Represents a SorryServer. */
        class SorryServer {

            /**
             * Constructs a new SorryServer.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.SorryServer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SorryServer address. */
            address: string;

            /** SorryServer port. */
            port?: (number|null);

            /**
             * Creates a new SorryServer instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SorryServer instance
             */
            static create(properties: sluice.v1.SorryServer.$Shape): sluice.v1.SorryServer & sluice.v1.SorryServer.$Shape;
            static create(properties?: sluice.v1.SorryServer.$Properties): sluice.v1.SorryServer;

            /**
             * Encodes the specified SorryServer message. Does not implicitly {@link sluice.v1.SorryServer.verify|verify} messages.
             * @param message SorryServer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.SorryServer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SorryServer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.SorryServer & sluice.v1.SorryServer.$Shape} SorryServer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.SorryServer & sluice.v1.SorryServer.$Shape;

            /**
             * Verifies a SorryServer message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a SorryServer message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SorryServer
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.SorryServer;

            /**
             * Creates a plain object from a SorryServer message. Also converts values to other types if specified.
             * @param message SorryServer
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.SorryServer, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SorryServer to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace SorryServer {

            /** Properties of a SorryServer. */
            interface $Properties {

                /** SorryServer address */
                address?: (string|null);

                /** SorryServer port */
                port?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SorryServer. */
            type $Shape = sluice.v1.SorryServer.$Properties;
        }

        /**
         * Properties of a ServiceLimits.
         * @deprecated Use sluice.v1.ServiceLimits.$Properties instead.
         */
        interface IServiceLimits extends sluice.v1.ServiceLimits.$Properties {
        }

        /** Represents a ServiceLimits. */
        class ServiceLimits {

            /**
             * Constructs a new ServiceLimits.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ServiceLimits.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServiceLimits connections. */
            connections?: (number|null);

            /** ServiceLimits newConnectionsPerSecond. */
            newConnectionsPerSecond?: (number|null);

            /** ServiceLimits bandwidthMbps. */
            bandwidthMbps?: (number|null);

            /**
             * Creates a new ServiceLimits instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ServiceLimits instance
             */
            static create(properties: sluice.v1.ServiceLimits.$Shape): sluice.v1.ServiceLimits & sluice.v1.ServiceLimits.$Shape;
            static create(properties?: sluice.v1.ServiceLimits.$Properties): sluice.v1.ServiceLimits;

            /**
             * Encodes the specified ServiceLimits message. Does not implicitly {@link sluice.v1.ServiceLimits.verify|verify} messages.
             * @param message ServiceLimits message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ServiceLimits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServiceLimits message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ServiceLimits & sluice.v1.ServiceLimits.$Shape} ServiceLimits
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ServiceLimits & sluice.v1.ServiceLimits.$Shape;

            /**
             * Verifies a ServiceLimits message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ServiceLimits message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ServiceLimits
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ServiceLimits;

            /**
             * Creates a plain object from a ServiceLimits message. Also converts values to other types if specified.
             * @param message ServiceLimits
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ServiceLimits, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ServiceLimits to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ServiceLimits {

            /** Properties of a ServiceLimits. */
            interface $Properties {

                /** ServiceLimits connections */
                connections?: (number|null);

                /** ServiceLimits newConnectionsPerSecond */
                newConnectionsPerSecond?: (number|null);

                /** ServiceLimits bandwidthMbps */
                bandwidthMbps?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServiceLimits. */
            type $Shape = sluice.v1.ServiceLimits.$Properties;
        }

        /**
         * Properties of a Thresholds.
         * @deprecated Use sluice.v1.Thresholds.$Properties instead.
         */
        interface IThresholds extends sluice.v1.Thresholds.$Properties {
        }

        /** Represents a Thresholds. */
        class Thresholds {

            /**
             * Constructs a new Thresholds.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Thresholds.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Thresholds upper. */
            upper: number;

            /** Thresholds lower. */
            lower: number;

            /**
             * Creates a new Thresholds instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Thresholds instance
             */
            static create(properties: sluice.v1.Thresholds.$Shape): sluice.v1.Thresholds & sluice.v1.Thresholds.$Shape;
            static create(properties?: sluice.v1.Thresholds.$Properties): sluice.v1.Thresholds;

            /**
             * Encodes the specified Thresholds message. Does not implicitly {@link sluice.v1.Thresholds.verify|verify} messages.
             * @param message Thresholds message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Thresholds.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Thresholds message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Thresholds & sluice.v1.Thresholds.$Shape} Thresholds
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Thresholds & sluice.v1.Thresholds.$Shape;

            /**
             * Verifies a Thresholds message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Thresholds message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Thresholds
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Thresholds;

            /**
             * Creates a plain object from a Thresholds message. Also converts values to other types if specified.
             * @param message Thresholds
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Thresholds, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Thresholds to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Thresholds {

            /** Properties of a Thresholds. */
            interface $Properties {

                /** Thresholds upper */
                upper?: (number|null);

                /** Thresholds lower */
                lower?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Thresholds. */
            type $Shape = sluice.v1.Thresholds.$Properties;
        }

        /**
         * Properties of an InlineRealServer.
         * @deprecated Use sluice.v1.InlineRealServer.$Properties instead.
         */
        interface IInlineRealServer extends sluice.v1.InlineRealServer.$Properties {
        }

        /** Represents an InlineRealServer. */
        class InlineRealServer {

            /**
             * Constructs a new InlineRealServer.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.InlineRealServer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InlineRealServer address. */
            address: string;

            /** InlineRealServer port. */
            port?: (number|null);

            /** InlineRealServer weight. */
            weight: number;

            /** InlineRealServer thresholds. */
            thresholds?: (sluice.v1.Thresholds.$Properties|null);

            /**
             * Creates a new InlineRealServer instance using the specified properties.
             * @param [properties] Properties to set
             * @returns InlineRealServer instance
             */
            static create(properties: sluice.v1.InlineRealServer.$Shape): sluice.v1.InlineRealServer & sluice.v1.InlineRealServer.$Shape;
            static create(properties?: sluice.v1.InlineRealServer.$Properties): sluice.v1.InlineRealServer;

            /**
             * Encodes the specified InlineRealServer message. Does not implicitly {@link sluice.v1.InlineRealServer.verify|verify} messages.
             * @param message InlineRealServer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.InlineRealServer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InlineRealServer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.InlineRealServer & sluice.v1.InlineRealServer.$Shape} InlineRealServer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.InlineRealServer & sluice.v1.InlineRealServer.$Shape;

            /**
             * Verifies an InlineRealServer message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an InlineRealServer message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns InlineRealServer
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.InlineRealServer;

            /**
             * Creates a plain object from an InlineRealServer message. Also converts values to other types if specified.
             * @param message InlineRealServer
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.InlineRealServer, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this InlineRealServer to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace InlineRealServer {

            /** Properties of an InlineRealServer. */
            interface $Properties {

                /** InlineRealServer address */
                address?: (string|null);

                /** InlineRealServer port */
                port?: (number|null);

                /** InlineRealServer weight */
                weight?: (number|null);

                /** InlineRealServer thresholds */
                thresholds?: (sluice.v1.Thresholds.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an InlineRealServer. */
            type $Shape = sluice.v1.InlineRealServer.$Properties;
        }

        /**
         * Properties of a HealthCheck.
         * @deprecated Use sluice.v1.HealthCheck.$Properties instead.
         */
        interface IHealthCheck extends sluice.v1.HealthCheck.$Properties {
        }

        /** Represents a HealthCheck. */
        class HealthCheck {

            /**
             * Constructs a new HealthCheck.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.HealthCheck.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HealthCheck type. */
            type: string;

            /** HealthCheck port. */
            port?: (number|null);

            /** HealthCheck intervalMs. */
            intervalMs: number;

            /** HealthCheck timeoutMs. */
            timeoutMs: number;

            /** HealthCheck rise. */
            rise: number;

            /** HealthCheck fall. */
            fall: number;

            /** HealthCheck http. */
            http?: (sluice.v1.HttpCheck.$Properties|null);

            /** HealthCheck udp. */
            udp?: (sluice.v1.UdpCheck.$Properties|null);

            /** HealthCheck dns. */
            dns?: (sluice.v1.DnsCheck.$Properties|null);

            /**
             * Creates a new HealthCheck instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HealthCheck instance
             */
            static create(properties: sluice.v1.HealthCheck.$Shape): sluice.v1.HealthCheck & sluice.v1.HealthCheck.$Shape;
            static create(properties?: sluice.v1.HealthCheck.$Properties): sluice.v1.HealthCheck;

            /**
             * Encodes the specified HealthCheck message. Does not implicitly {@link sluice.v1.HealthCheck.verify|verify} messages.
             * @param message HealthCheck message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.HealthCheck.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HealthCheck message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.HealthCheck & sluice.v1.HealthCheck.$Shape} HealthCheck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.HealthCheck & sluice.v1.HealthCheck.$Shape;

            /**
             * Verifies a HealthCheck message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a HealthCheck message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns HealthCheck
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.HealthCheck;

            /**
             * Creates a plain object from a HealthCheck message. Also converts values to other types if specified.
             * @param message HealthCheck
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.HealthCheck, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this HealthCheck to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace HealthCheck {

            /** Properties of a HealthCheck. */
            interface $Properties {

                /** HealthCheck type */
                type?: (string|null);

                /** HealthCheck port */
                port?: (number|null);

                /** HealthCheck intervalMs */
                intervalMs?: (number|null);

                /** HealthCheck timeoutMs */
                timeoutMs?: (number|null);

                /** HealthCheck rise */
                rise?: (number|null);

                /** HealthCheck fall */
                fall?: (number|null);

                /** HealthCheck http */
                http?: (sluice.v1.HttpCheck.$Properties|null);

                /** HealthCheck udp */
                udp?: (sluice.v1.UdpCheck.$Properties|null);

                /** HealthCheck dns */
                dns?: (sluice.v1.DnsCheck.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HealthCheck. */
            type $Shape = sluice.v1.HealthCheck.$Properties;
        }

        /**
         * Properties of an UdpCheck.
         * @deprecated Use sluice.v1.UdpCheck.$Properties instead.
         */
        interface IUdpCheck extends sluice.v1.UdpCheck.$Properties {
        }

        /** Represents an UdpCheck. */
        class UdpCheck {

            /**
             * Constructs a new UdpCheck.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.UdpCheck.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UdpCheck payload. */
            payload: string;

            /** UdpCheck requireReply. */
            requireReply: boolean;

            /**
             * Creates a new UdpCheck instance using the specified properties.
             * @param [properties] Properties to set
             * @returns UdpCheck instance
             */
            static create(properties: sluice.v1.UdpCheck.$Shape): sluice.v1.UdpCheck & sluice.v1.UdpCheck.$Shape;
            static create(properties?: sluice.v1.UdpCheck.$Properties): sluice.v1.UdpCheck;

            /**
             * Encodes the specified UdpCheck message. Does not implicitly {@link sluice.v1.UdpCheck.verify|verify} messages.
             * @param message UdpCheck message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.UdpCheck.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UdpCheck message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.UdpCheck & sluice.v1.UdpCheck.$Shape} UdpCheck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.UdpCheck & sluice.v1.UdpCheck.$Shape;

            /**
             * Verifies an UdpCheck message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an UdpCheck message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns UdpCheck
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.UdpCheck;

            /**
             * Creates a plain object from an UdpCheck message. Also converts values to other types if specified.
             * @param message UdpCheck
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.UdpCheck, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this UdpCheck to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace UdpCheck {

            /** Properties of an UdpCheck. */
            interface $Properties {

                /** UdpCheck payload */
                payload?: (string|null);

                /** UdpCheck requireReply */
                requireReply?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UdpCheck. */
            type $Shape = sluice.v1.UdpCheck.$Properties;
        }

        /**
         * Properties of a DnsCheck.
         * @deprecated Use sluice.v1.DnsCheck.$Properties instead.
         */
        interface IDnsCheck extends sluice.v1.DnsCheck.$Properties {
        }

        /** Represents a DnsCheck. */
        class DnsCheck {

            /**
             * Constructs a new DnsCheck.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.DnsCheck.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DnsCheck name. */
            name: string;

            /** DnsCheck recordType. */
            recordType: string;

            /**
             * Creates a new DnsCheck instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DnsCheck instance
             */
            static create(properties: sluice.v1.DnsCheck.$Shape): sluice.v1.DnsCheck & sluice.v1.DnsCheck.$Shape;
            static create(properties?: sluice.v1.DnsCheck.$Properties): sluice.v1.DnsCheck;

            /**
             * Encodes the specified DnsCheck message. Does not implicitly {@link sluice.v1.DnsCheck.verify|verify} messages.
             * @param message DnsCheck message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.DnsCheck.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DnsCheck message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.DnsCheck & sluice.v1.DnsCheck.$Shape} DnsCheck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.DnsCheck & sluice.v1.DnsCheck.$Shape;

            /**
             * Verifies a DnsCheck message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a DnsCheck message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DnsCheck
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.DnsCheck;

            /**
             * Creates a plain object from a DnsCheck message. Also converts values to other types if specified.
             * @param message DnsCheck
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.DnsCheck, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DnsCheck to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace DnsCheck {

            /** Properties of a DnsCheck. */
            interface $Properties {

                /** DnsCheck name */
                name?: (string|null);

                /** DnsCheck recordType */
                recordType?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DnsCheck. */
            type $Shape = sluice.v1.DnsCheck.$Properties;
        }

        /**
         * Properties of a HttpCheck.
         * @deprecated Use sluice.v1.HttpCheck.$Properties instead.
         */
        interface IHttpCheck extends sluice.v1.HttpCheck.$Properties {
        }

        /** Represents a HttpCheck. */
        class HttpCheck {

            /**
             * Constructs a new HttpCheck.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.HttpCheck.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HttpCheck path. */
            path: string;

            /** HttpCheck host. */
            host?: (string|null);

            /** HttpCheck expectStatus. */
            expectStatus: number[];

            /** HttpCheck expectBody. */
            expectBody?: (string|null);

            /** HttpCheck bodyDigest. */
            bodyDigest?: (string|null);

            /**
             * Creates a new HttpCheck instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HttpCheck instance
             */
            static create(properties: sluice.v1.HttpCheck.$Shape): sluice.v1.HttpCheck & sluice.v1.HttpCheck.$Shape;
            static create(properties?: sluice.v1.HttpCheck.$Properties): sluice.v1.HttpCheck;

            /**
             * Encodes the specified HttpCheck message. Does not implicitly {@link sluice.v1.HttpCheck.verify|verify} messages.
             * @param message HttpCheck message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.HttpCheck.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HttpCheck message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.HttpCheck & sluice.v1.HttpCheck.$Shape} HttpCheck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.HttpCheck & sluice.v1.HttpCheck.$Shape;

            /**
             * Verifies a HttpCheck message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a HttpCheck message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns HttpCheck
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.HttpCheck;

            /**
             * Creates a plain object from a HttpCheck message. Also converts values to other types if specified.
             * @param message HttpCheck
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.HttpCheck, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this HttpCheck to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace HttpCheck {

            /** Properties of a HttpCheck. */
            interface $Properties {

                /** HttpCheck path */
                path?: (string|null);

                /** HttpCheck host */
                host?: (string|null);

                /** HttpCheck expectStatus */
                expectStatus?: (number[]|null);

                /** HttpCheck expectBody */
                expectBody?: (string|null);

                /** HttpCheck bodyDigest */
                bodyDigest?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HttpCheck. */
            type $Shape = sluice.v1.HttpCheck.$Properties;
        }

        /**
         * Properties of a RealServerSpec.
         * @deprecated Use sluice.v1.RealServerSpec.$Properties instead.
         */
        interface IRealServerSpec extends sluice.v1.RealServerSpec.$Properties {
        }

        /** Represents a RealServerSpec. */
        class RealServerSpec {

            /**
             * Constructs a new RealServerSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.RealServerSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RealServerSpec virtualService. */
            virtualService: string;

            /** RealServerSpec address. */
            address: string;

            /** RealServerSpec port. */
            port?: (number|null);

            /** RealServerSpec weight. */
            weight: number;

            /** RealServerSpec thresholds. */
            thresholds?: (sluice.v1.Thresholds.$Properties|null);

            /**
             * Creates a new RealServerSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RealServerSpec instance
             */
            static create(properties: sluice.v1.RealServerSpec.$Shape): sluice.v1.RealServerSpec & sluice.v1.RealServerSpec.$Shape;
            static create(properties?: sluice.v1.RealServerSpec.$Properties): sluice.v1.RealServerSpec;

            /**
             * Encodes the specified RealServerSpec message. Does not implicitly {@link sluice.v1.RealServerSpec.verify|verify} messages.
             * @param message RealServerSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.RealServerSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RealServerSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.RealServerSpec & sluice.v1.RealServerSpec.$Shape} RealServerSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.RealServerSpec & sluice.v1.RealServerSpec.$Shape;

            /**
             * Verifies a RealServerSpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a RealServerSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RealServerSpec
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.RealServerSpec;

            /**
             * Creates a plain object from a RealServerSpec message. Also converts values to other types if specified.
             * @param message RealServerSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.RealServerSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RealServerSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RealServerSpec {

            /** Properties of a RealServerSpec. */
            interface $Properties {

                /** RealServerSpec virtualService */
                virtualService?: (string|null);

                /** RealServerSpec address */
                address?: (string|null);

                /** RealServerSpec port */
                port?: (number|null);

                /** RealServerSpec weight */
                weight?: (number|null);

                /** RealServerSpec thresholds */
                thresholds?: (sluice.v1.Thresholds.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RealServerSpec. */
            type $Shape = sluice.v1.RealServerSpec.$Properties;
        }

        /**
         * Properties of a SnatGatewaySpec.
         * @deprecated Use sluice.v1.SnatGatewaySpec.$Properties instead.
         */
        interface ISnatGatewaySpec extends sluice.v1.SnatGatewaySpec.$Properties {
        }

        /** Represents a SnatGatewaySpec. */
        class SnatGatewaySpec {

            /**
             * Constructs a new SnatGatewaySpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.SnatGatewaySpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SnatGatewaySpec cluster. */
            cluster: string;

            /** SnatGatewaySpec zones. */
            zones: sluice.v1.SnatZone.$Properties[];

            /** SnatGatewaySpec protocols. */
            protocols: string[];

            /** SnatGatewaySpec vrrpInstance. */
            vrrpInstance?: (string|null);

            /**
             * Creates a new SnatGatewaySpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SnatGatewaySpec instance
             */
            static create(properties: sluice.v1.SnatGatewaySpec.$Shape): sluice.v1.SnatGatewaySpec & sluice.v1.SnatGatewaySpec.$Shape;
            static create(properties?: sluice.v1.SnatGatewaySpec.$Properties): sluice.v1.SnatGatewaySpec;

            /**
             * Encodes the specified SnatGatewaySpec message. Does not implicitly {@link sluice.v1.SnatGatewaySpec.verify|verify} messages.
             * @param message SnatGatewaySpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.SnatGatewaySpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SnatGatewaySpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.SnatGatewaySpec & sluice.v1.SnatGatewaySpec.$Shape} SnatGatewaySpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.SnatGatewaySpec & sluice.v1.SnatGatewaySpec.$Shape;

            /**
             * Verifies a SnatGatewaySpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a SnatGatewaySpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SnatGatewaySpec
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.SnatGatewaySpec;

            /**
             * Creates a plain object from a SnatGatewaySpec message. Also converts values to other types if specified.
             * @param message SnatGatewaySpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.SnatGatewaySpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SnatGatewaySpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace SnatGatewaySpec {

            /** Properties of a SnatGatewaySpec. */
            interface $Properties {

                /** SnatGatewaySpec cluster */
                cluster?: (string|null);

                /** SnatGatewaySpec zones */
                zones?: (sluice.v1.SnatZone.$Properties[]|null);

                /** SnatGatewaySpec protocols */
                protocols?: (string[]|null);

                /** SnatGatewaySpec vrrpInstance */
                vrrpInstance?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SnatGatewaySpec. */
            type $Shape = sluice.v1.SnatGatewaySpec.$Properties;
        }

        /**
         * Properties of a SnatZone.
         * @deprecated Use sluice.v1.SnatZone.$Properties instead.
         */
        interface ISnatZone extends sluice.v1.SnatZone.$Properties {
        }

        /** Represents a SnatZone. */
        class SnatZone {

            /**
             * Constructs a new SnatZone.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.SnatZone.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SnatZone name. */
            name: string;

            /** SnatZone sources. */
            sources: string[];

            /** SnatZone destinations. */
            destinations: string[];

            /** SnatZone pool. */
            pool?: (sluice.v1.SnatPool.$Properties|null);

            /** SnatZone egressInterface. */
            egressInterface: string;

            /** SnatZone nextHop. */
            nextHop?: (string|null);

            /** SnatZone connections. */
            connections?: (number|null);

            /**
             * Creates a new SnatZone instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SnatZone instance
             */
            static create(properties: sluice.v1.SnatZone.$Shape): sluice.v1.SnatZone & sluice.v1.SnatZone.$Shape;
            static create(properties?: sluice.v1.SnatZone.$Properties): sluice.v1.SnatZone;

            /**
             * Encodes the specified SnatZone message. Does not implicitly {@link sluice.v1.SnatZone.verify|verify} messages.
             * @param message SnatZone message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.SnatZone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SnatZone message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.SnatZone & sluice.v1.SnatZone.$Shape} SnatZone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.SnatZone & sluice.v1.SnatZone.$Shape;

            /**
             * Verifies a SnatZone message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a SnatZone message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SnatZone
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.SnatZone;

            /**
             * Creates a plain object from a SnatZone message. Also converts values to other types if specified.
             * @param message SnatZone
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.SnatZone, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SnatZone to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace SnatZone {

            /** Properties of a SnatZone. */
            interface $Properties {

                /** SnatZone name */
                name?: (string|null);

                /** SnatZone sources */
                sources?: (string[]|null);

                /** SnatZone destinations */
                destinations?: (string[]|null);

                /** SnatZone pool */
                pool?: (sluice.v1.SnatPool.$Properties|null);

                /** SnatZone egressInterface */
                egressInterface?: (string|null);

                /** SnatZone nextHop */
                nextHop?: (string|null);

                /** SnatZone connections */
                connections?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SnatZone. */
            type $Shape = sluice.v1.SnatZone.$Properties;
        }

        /**
         * Properties of a SnatPool.
         * @deprecated Use sluice.v1.SnatPool.$Properties instead.
         */
        interface ISnatPool extends sluice.v1.SnatPool.$Properties {
        }

        /** Represents a SnatPool. */
        class SnatPool {

            /**
             * Constructs a new SnatPool.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.SnatPool.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SnatPool addresses. */
            addresses: string[];

            /** SnatPool rotation. */
            rotation: string;

            /** SnatPool portRange. */
            portRange?: (sluice.v1.PortRange.$Properties|null);

            /** SnatPool exhaustionPercent. */
            exhaustionPercent?: (number|null);

            /**
             * Creates a new SnatPool instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SnatPool instance
             */
            static create(properties: sluice.v1.SnatPool.$Shape): sluice.v1.SnatPool & sluice.v1.SnatPool.$Shape;
            static create(properties?: sluice.v1.SnatPool.$Properties): sluice.v1.SnatPool;

            /**
             * Encodes the specified SnatPool message. Does not implicitly {@link sluice.v1.SnatPool.verify|verify} messages.
             * @param message SnatPool message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.SnatPool.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SnatPool message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.SnatPool & sluice.v1.SnatPool.$Shape} SnatPool
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.SnatPool & sluice.v1.SnatPool.$Shape;

            /**
             * Verifies a SnatPool message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a SnatPool message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SnatPool
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.SnatPool;

            /**
             * Creates a plain object from a SnatPool message. Also converts values to other types if specified.
             * @param message SnatPool
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.SnatPool, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SnatPool to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace SnatPool {

            /** Properties of a SnatPool. */
            interface $Properties {

                /** SnatPool addresses */
                addresses?: (string[]|null);

                /** SnatPool rotation */
                rotation?: (string|null);

                /** SnatPool portRange */
                portRange?: (sluice.v1.PortRange.$Properties|null);

                /** SnatPool exhaustionPercent */
                exhaustionPercent?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SnatPool. */
            type $Shape = sluice.v1.SnatPool.$Properties;
        }

        /**
         * Properties of a SyncGroupSpec.
         * @deprecated Use sluice.v1.SyncGroupSpec.$Properties instead.
         */
        interface ISyncGroupSpec extends sluice.v1.SyncGroupSpec.$Properties {
        }

        /** Represents a SyncGroupSpec. */
        class SyncGroupSpec {

            /**
             * Constructs a new SyncGroupSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.SyncGroupSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SyncGroupSpec cluster. */
            cluster: string;

            /** SyncGroupSpec instances. */
            instances: string[];

            /**
             * Creates a new SyncGroupSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SyncGroupSpec instance
             */
            static create(properties: sluice.v1.SyncGroupSpec.$Shape): sluice.v1.SyncGroupSpec & sluice.v1.SyncGroupSpec.$Shape;
            static create(properties?: sluice.v1.SyncGroupSpec.$Properties): sluice.v1.SyncGroupSpec;

            /**
             * Encodes the specified SyncGroupSpec message. Does not implicitly {@link sluice.v1.SyncGroupSpec.verify|verify} messages.
             * @param message SyncGroupSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.SyncGroupSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SyncGroupSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.SyncGroupSpec & sluice.v1.SyncGroupSpec.$Shape} SyncGroupSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.SyncGroupSpec & sluice.v1.SyncGroupSpec.$Shape;

            /**
             * Verifies a SyncGroupSpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a SyncGroupSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SyncGroupSpec
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.SyncGroupSpec;

            /**
             * Creates a plain object from a SyncGroupSpec message. Also converts values to other types if specified.
             * @param message SyncGroupSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.SyncGroupSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SyncGroupSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace SyncGroupSpec {

            /** Properties of a SyncGroupSpec. */
            interface $Properties {

                /** SyncGroupSpec cluster */
                cluster?: (string|null);

                /** SyncGroupSpec instances */
                instances?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SyncGroupSpec. */
            type $Shape = sluice.v1.SyncGroupSpec.$Properties;
        }

        /**
         * Properties of an Amount.
         * @deprecated Use sluice.v1.Amount.$Properties instead.
         */
        interface IAmount extends sluice.v1.Amount.$Properties {
        }

        /** Represents an Amount. */
        class Amount {

            /**
             * Constructs a new Amount.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Amount.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Amount count. */
            count?: (number|null);

            /** Amount percent. */
            percent?: (number|null);

            /**
             * Creates a new Amount instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Amount instance
             */
            static create(properties: sluice.v1.Amount.$Shape): sluice.v1.Amount & sluice.v1.Amount.$Shape;
            static create(properties?: sluice.v1.Amount.$Properties): sluice.v1.Amount;

            /**
             * Encodes the specified Amount message. Does not implicitly {@link sluice.v1.Amount.verify|verify} messages.
             * @param message Amount message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Amount.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Amount message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Amount & sluice.v1.Amount.$Shape} Amount
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Amount & sluice.v1.Amount.$Shape;

            /**
             * Verifies an Amount message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an Amount message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Amount
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Amount;

            /**
             * Creates a plain object from an Amount message. Also converts values to other types if specified.
             * @param message Amount
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Amount, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Amount to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Amount {

            /** Properties of an Amount. */
            interface $Properties {

                /** Amount count */
                count?: (number|null);

                /** Amount percent */
                percent?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Amount. */
            type $Shape = sluice.v1.Amount.$Properties;
        }

        /**
         * Properties of a RolloutPolicySpec.
         * @deprecated Use sluice.v1.RolloutPolicySpec.$Properties instead.
         */
        interface IRolloutPolicySpec extends sluice.v1.RolloutPolicySpec.$Properties {
        }

        /** Represents a RolloutPolicySpec. */
        class RolloutPolicySpec {

            /**
             * Constructs a new RolloutPolicySpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.RolloutPolicySpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RolloutPolicySpec waves. */
            waves: sluice.v1.Amount.$Properties[];

            /** RolloutPolicySpec maxUnavailable. */
            maxUnavailable?: (sluice.v1.Amount.$Properties|null);

            /** RolloutPolicySpec failureDomainKey. */
            failureDomainKey?: (string|null);

            /** RolloutPolicySpec gates. */
            gates?: (sluice.v1.RolloutGates.$Properties|null);

            /** RolloutPolicySpec soak. */
            soak?: (sluice.v1.Soak.$Properties|null);

            /** RolloutPolicySpec windows. */
            windows: sluice.v1.MaintenanceWindow.$Properties[];

            /** RolloutPolicySpec approvals. */
            approvals?: (sluice.v1.Approvals.$Properties|null);

            /** RolloutPolicySpec onFailedGate. */
            onFailedGate: string;

            /** RolloutPolicySpec isNowAllowed. */
            isNowAllowed: boolean;

            /**
             * Creates a new RolloutPolicySpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RolloutPolicySpec instance
             */
            static create(properties: sluice.v1.RolloutPolicySpec.$Shape): sluice.v1.RolloutPolicySpec & sluice.v1.RolloutPolicySpec.$Shape;
            static create(properties?: sluice.v1.RolloutPolicySpec.$Properties): sluice.v1.RolloutPolicySpec;

            /**
             * Encodes the specified RolloutPolicySpec message. Does not implicitly {@link sluice.v1.RolloutPolicySpec.verify|verify} messages.
             * @param message RolloutPolicySpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.RolloutPolicySpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RolloutPolicySpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.RolloutPolicySpec & sluice.v1.RolloutPolicySpec.$Shape} RolloutPolicySpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.RolloutPolicySpec & sluice.v1.RolloutPolicySpec.$Shape;

            /**
             * Verifies a RolloutPolicySpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a RolloutPolicySpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RolloutPolicySpec
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.RolloutPolicySpec;

            /**
             * Creates a plain object from a RolloutPolicySpec message. Also converts values to other types if specified.
             * @param message RolloutPolicySpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.RolloutPolicySpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RolloutPolicySpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RolloutPolicySpec {

            /** Properties of a RolloutPolicySpec. */
            interface $Properties {

                /** RolloutPolicySpec waves */
                waves?: (sluice.v1.Amount.$Properties[]|null);

                /** RolloutPolicySpec maxUnavailable */
                maxUnavailable?: (sluice.v1.Amount.$Properties|null);

                /** RolloutPolicySpec failureDomainKey */
                failureDomainKey?: (string|null);

                /** RolloutPolicySpec gates */
                gates?: (sluice.v1.RolloutGates.$Properties|null);

                /** RolloutPolicySpec soak */
                soak?: (sluice.v1.Soak.$Properties|null);

                /** RolloutPolicySpec windows */
                windows?: (sluice.v1.MaintenanceWindow.$Properties[]|null);

                /** RolloutPolicySpec approvals */
                approvals?: (sluice.v1.Approvals.$Properties|null);

                /** RolloutPolicySpec onFailedGate */
                onFailedGate?: (string|null);

                /** RolloutPolicySpec isNowAllowed */
                isNowAllowed?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RolloutPolicySpec. */
            type $Shape = sluice.v1.RolloutPolicySpec.$Properties;
        }

        /**
         * Properties of a RolloutGates.
         * @deprecated Use sluice.v1.RolloutGates.$Properties instead.
         */
        interface IRolloutGates extends sluice.v1.RolloutGates.$Properties {
        }

        /** Represents a RolloutGates. */
        class RolloutGates {

            /**
             * Constructs a new RolloutGates.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.RolloutGates.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RolloutGates health. */
            health?: (sluice.v1.HealthGate.$Properties|null);

            /** RolloutGates convergence. */
            convergence?: (sluice.v1.ConvergenceGate.$Properties|null);

            /** RolloutGates errorRate. */
            errorRate?: (sluice.v1.ErrorRateGate.$Properties|null);

            /** RolloutGates inconclusiveS. */
            inconclusiveS: number;

            /**
             * Creates a new RolloutGates instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RolloutGates instance
             */
            static create(properties: sluice.v1.RolloutGates.$Shape): sluice.v1.RolloutGates & sluice.v1.RolloutGates.$Shape;
            static create(properties?: sluice.v1.RolloutGates.$Properties): sluice.v1.RolloutGates;

            /**
             * Encodes the specified RolloutGates message. Does not implicitly {@link sluice.v1.RolloutGates.verify|verify} messages.
             * @param message RolloutGates message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.RolloutGates.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RolloutGates message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.RolloutGates & sluice.v1.RolloutGates.$Shape} RolloutGates
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.RolloutGates & sluice.v1.RolloutGates.$Shape;

            /**
             * Verifies a RolloutGates message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a RolloutGates message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RolloutGates
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.RolloutGates;

            /**
             * Creates a plain object from a RolloutGates message. Also converts values to other types if specified.
             * @param message RolloutGates
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.RolloutGates, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RolloutGates to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RolloutGates {

            /** Properties of a RolloutGates. */
            interface $Properties {

                /** RolloutGates health */
                health?: (sluice.v1.HealthGate.$Properties|null);

                /** RolloutGates convergence */
                convergence?: (sluice.v1.ConvergenceGate.$Properties|null);

                /** RolloutGates errorRate */
                errorRate?: (sluice.v1.ErrorRateGate.$Properties|null);

                /** RolloutGates inconclusiveS */
                inconclusiveS?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RolloutGates. */
            type $Shape = sluice.v1.RolloutGates.$Properties;
        }

        /**
         * Properties of a HealthGate.
         * @deprecated Use sluice.v1.HealthGate.$Properties instead.
         */
        interface IHealthGate extends sluice.v1.HealthGate.$Properties {
        }

        /** Represents a HealthGate. */
        class HealthGate {

            /**
             * Constructs a new HealthGate.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.HealthGate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HealthGate minPercent. */
            minPercent: number;

            /** HealthGate maxDropPercent. */
            maxDropPercent?: (number|null);

            /**
             * Creates a new HealthGate instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HealthGate instance
             */
            static create(properties: sluice.v1.HealthGate.$Shape): sluice.v1.HealthGate & sluice.v1.HealthGate.$Shape;
            static create(properties?: sluice.v1.HealthGate.$Properties): sluice.v1.HealthGate;

            /**
             * Encodes the specified HealthGate message. Does not implicitly {@link sluice.v1.HealthGate.verify|verify} messages.
             * @param message HealthGate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.HealthGate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HealthGate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.HealthGate & sluice.v1.HealthGate.$Shape} HealthGate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.HealthGate & sluice.v1.HealthGate.$Shape;

            /**
             * Verifies a HealthGate message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a HealthGate message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns HealthGate
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.HealthGate;

            /**
             * Creates a plain object from a HealthGate message. Also converts values to other types if specified.
             * @param message HealthGate
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.HealthGate, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this HealthGate to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace HealthGate {

            /** Properties of a HealthGate. */
            interface $Properties {

                /** HealthGate minPercent */
                minPercent?: (number|null);

                /** HealthGate maxDropPercent */
                maxDropPercent?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HealthGate. */
            type $Shape = sluice.v1.HealthGate.$Properties;
        }

        /**
         * Properties of a ConvergenceGate.
         * @deprecated Use sluice.v1.ConvergenceGate.$Properties instead.
         */
        interface IConvergenceGate extends sluice.v1.ConvergenceGate.$Properties {
        }

        /** Represents a ConvergenceGate. */
        class ConvergenceGate {

            /**
             * Constructs a new ConvergenceGate.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ConvergenceGate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConvergenceGate withinS. */
            withinS: number;

            /**
             * Creates a new ConvergenceGate instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ConvergenceGate instance
             */
            static create(properties: sluice.v1.ConvergenceGate.$Shape): sluice.v1.ConvergenceGate & sluice.v1.ConvergenceGate.$Shape;
            static create(properties?: sluice.v1.ConvergenceGate.$Properties): sluice.v1.ConvergenceGate;

            /**
             * Encodes the specified ConvergenceGate message. Does not implicitly {@link sluice.v1.ConvergenceGate.verify|verify} messages.
             * @param message ConvergenceGate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ConvergenceGate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConvergenceGate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ConvergenceGate & sluice.v1.ConvergenceGate.$Shape} ConvergenceGate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ConvergenceGate & sluice.v1.ConvergenceGate.$Shape;

            /**
             * Verifies a ConvergenceGate message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ConvergenceGate message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ConvergenceGate
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ConvergenceGate;

            /**
             * Creates a plain object from a ConvergenceGate message. Also converts values to other types if specified.
             * @param message ConvergenceGate
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ConvergenceGate, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ConvergenceGate to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ConvergenceGate {

            /** Properties of a ConvergenceGate. */
            interface $Properties {

                /** ConvergenceGate withinS */
                withinS?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConvergenceGate. */
            type $Shape = sluice.v1.ConvergenceGate.$Properties;
        }

        /**
         * Properties of an ErrorRateGate.
         * @deprecated Use sluice.v1.ErrorRateGate.$Properties instead.
         */
        interface IErrorRateGate extends sluice.v1.ErrorRateGate.$Properties {
        }

        /** Represents an ErrorRateGate. */
        class ErrorRateGate {

            /**
             * Constructs a new ErrorRateGate.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ErrorRateGate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ErrorRateGate maxPercent. */
            maxPercent: number;

            /** ErrorRateGate maxRisePercent. */
            maxRisePercent?: (number|null);

            /**
             * Creates a new ErrorRateGate instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ErrorRateGate instance
             */
            static create(properties: sluice.v1.ErrorRateGate.$Shape): sluice.v1.ErrorRateGate & sluice.v1.ErrorRateGate.$Shape;
            static create(properties?: sluice.v1.ErrorRateGate.$Properties): sluice.v1.ErrorRateGate;

            /**
             * Encodes the specified ErrorRateGate message. Does not implicitly {@link sluice.v1.ErrorRateGate.verify|verify} messages.
             * @param message ErrorRateGate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ErrorRateGate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ErrorRateGate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ErrorRateGate & sluice.v1.ErrorRateGate.$Shape} ErrorRateGate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ErrorRateGate & sluice.v1.ErrorRateGate.$Shape;

            /**
             * Verifies an ErrorRateGate message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an ErrorRateGate message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ErrorRateGate
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ErrorRateGate;

            /**
             * Creates a plain object from an ErrorRateGate message. Also converts values to other types if specified.
             * @param message ErrorRateGate
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ErrorRateGate, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ErrorRateGate to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ErrorRateGate {

            /** Properties of an ErrorRateGate. */
            interface $Properties {

                /** ErrorRateGate maxPercent */
                maxPercent?: (number|null);

                /** ErrorRateGate maxRisePercent */
                maxRisePercent?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ErrorRateGate. */
            type $Shape = sluice.v1.ErrorRateGate.$Properties;
        }

        /**
         * Properties of a Soak.
         * @deprecated Use sluice.v1.Soak.$Properties instead.
         */
        interface ISoak extends sluice.v1.Soak.$Properties {
        }

        /** Represents a Soak. */
        class Soak {

            /**
             * Constructs a new Soak.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Soak.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Soak minTimeS. */
            minTimeS: number;

            /** Soak minNewConnections. */
            minNewConnections: number;

            /**
             * Creates a new Soak instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Soak instance
             */
            static create(properties: sluice.v1.Soak.$Shape): sluice.v1.Soak & sluice.v1.Soak.$Shape;
            static create(properties?: sluice.v1.Soak.$Properties): sluice.v1.Soak;

            /**
             * Encodes the specified Soak message. Does not implicitly {@link sluice.v1.Soak.verify|verify} messages.
             * @param message Soak message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Soak.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Soak message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Soak & sluice.v1.Soak.$Shape} Soak
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Soak & sluice.v1.Soak.$Shape;

            /**
             * Verifies a Soak message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Soak message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Soak
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Soak;

            /**
             * Creates a plain object from a Soak message. Also converts values to other types if specified.
             * @param message Soak
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Soak, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Soak to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Soak {

            /** Properties of a Soak. */
            interface $Properties {

                /** Soak minTimeS */
                minTimeS?: (number|null);

                /** Soak minNewConnections */
                minNewConnections?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Soak. */
            type $Shape = sluice.v1.Soak.$Properties;
        }

        /**
         * Properties of a MaintenanceWindow.
         * @deprecated Use sluice.v1.MaintenanceWindow.$Properties instead.
         */
        interface IMaintenanceWindow extends sluice.v1.MaintenanceWindow.$Properties {
        }

        /** Represents a MaintenanceWindow. */
        class MaintenanceWindow {

            /**
             * Constructs a new MaintenanceWindow.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.MaintenanceWindow.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MaintenanceWindow days. */
            days: string[];

            /** MaintenanceWindow start. */
            start: string;

            /** MaintenanceWindow end. */
            end: string;

            /** MaintenanceWindow timeZone. */
            timeZone: string;

            /**
             * Creates a new MaintenanceWindow instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MaintenanceWindow instance
             */
            static create(properties: sluice.v1.MaintenanceWindow.$Shape): sluice.v1.MaintenanceWindow & sluice.v1.MaintenanceWindow.$Shape;
            static create(properties?: sluice.v1.MaintenanceWindow.$Properties): sluice.v1.MaintenanceWindow;

            /**
             * Encodes the specified MaintenanceWindow message. Does not implicitly {@link sluice.v1.MaintenanceWindow.verify|verify} messages.
             * @param message MaintenanceWindow message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.MaintenanceWindow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MaintenanceWindow message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.MaintenanceWindow & sluice.v1.MaintenanceWindow.$Shape} MaintenanceWindow
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.MaintenanceWindow & sluice.v1.MaintenanceWindow.$Shape;

            /**
             * Verifies a MaintenanceWindow message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a MaintenanceWindow message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MaintenanceWindow
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.MaintenanceWindow;

            /**
             * Creates a plain object from a MaintenanceWindow message. Also converts values to other types if specified.
             * @param message MaintenanceWindow
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.MaintenanceWindow, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MaintenanceWindow to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace MaintenanceWindow {

            /** Properties of a MaintenanceWindow. */
            interface $Properties {

                /** MaintenanceWindow days */
                days?: (string[]|null);

                /** MaintenanceWindow start */
                start?: (string|null);

                /** MaintenanceWindow end */
                end?: (string|null);

                /** MaintenanceWindow timeZone */
                timeZone?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MaintenanceWindow. */
            type $Shape = sluice.v1.MaintenanceWindow.$Properties;
        }

        /**
         * Properties of an Approvals.
         * @deprecated Use sluice.v1.Approvals.$Properties instead.
         */
        interface IApprovals extends sluice.v1.Approvals.$Properties {
        }

        /** Represents an Approvals. */
        class Approvals {

            /**
             * Constructs a new Approvals.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Approvals.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Approvals count. */
            count: number;

            /** Approvals roles. */
            roles: string[];

            /** Approvals isRequesterAllowed. */
            isRequesterAllowed: boolean;

            /** Approvals expiresAfterS. */
            expiresAfterS: number;

            /**
             * Creates a new Approvals instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Approvals instance
             */
            static create(properties: sluice.v1.Approvals.$Shape): sluice.v1.Approvals & sluice.v1.Approvals.$Shape;
            static create(properties?: sluice.v1.Approvals.$Properties): sluice.v1.Approvals;

            /**
             * Encodes the specified Approvals message. Does not implicitly {@link sluice.v1.Approvals.verify|verify} messages.
             * @param message Approvals message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Approvals.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Approvals message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Approvals & sluice.v1.Approvals.$Shape} Approvals
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Approvals & sluice.v1.Approvals.$Shape;

            /**
             * Verifies an Approvals message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an Approvals message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Approvals
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Approvals;

            /**
             * Creates a plain object from an Approvals message. Also converts values to other types if specified.
             * @param message Approvals
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Approvals, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Approvals to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Approvals {

            /** Properties of an Approvals. */
            interface $Properties {

                /** Approvals count */
                count?: (number|null);

                /** Approvals roles */
                roles?: (string[]|null);

                /** Approvals isRequesterAllowed */
                isRequesterAllowed?: (boolean|null);

                /** Approvals expiresAfterS */
                expiresAfterS?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Approvals. */
            type $Shape = sluice.v1.Approvals.$Properties;
        }

        /**
         * Properties of a FreezeSpec.
         * @deprecated Use sluice.v1.FreezeSpec.$Properties instead.
         */
        interface IFreezeSpec extends sluice.v1.FreezeSpec.$Properties {
        }

        /** Represents a FreezeSpec. */
        class FreezeSpec {

            /**
             * Constructs a new FreezeSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.FreezeSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FreezeSpec scope. */
            scope: string;

            /** FreezeSpec cluster. */
            cluster?: (string|null);

            /** FreezeSpec node. */
            node?: (string|null);

            /** FreezeSpec reason. */
            reason: string;

            /** FreezeSpec until. */
            until?: (string|null);

            /** FreezeSpec who. */
            who: string;

            /**
             * Creates a new FreezeSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FreezeSpec instance
             */
            static create(properties: sluice.v1.FreezeSpec.$Shape): sluice.v1.FreezeSpec & sluice.v1.FreezeSpec.$Shape;
            static create(properties?: sluice.v1.FreezeSpec.$Properties): sluice.v1.FreezeSpec;

            /**
             * Encodes the specified FreezeSpec message. Does not implicitly {@link sluice.v1.FreezeSpec.verify|verify} messages.
             * @param message FreezeSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.FreezeSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FreezeSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.FreezeSpec & sluice.v1.FreezeSpec.$Shape} FreezeSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.FreezeSpec & sluice.v1.FreezeSpec.$Shape;

            /**
             * Verifies a FreezeSpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a FreezeSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns FreezeSpec
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.FreezeSpec;

            /**
             * Creates a plain object from a FreezeSpec message. Also converts values to other types if specified.
             * @param message FreezeSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.FreezeSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this FreezeSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace FreezeSpec {

            /** Properties of a FreezeSpec. */
            interface $Properties {

                /** FreezeSpec scope */
                scope?: (string|null);

                /** FreezeSpec cluster */
                cluster?: (string|null);

                /** FreezeSpec node */
                node?: (string|null);

                /** FreezeSpec reason */
                reason?: (string|null);

                /** FreezeSpec until */
                until?: (string|null);

                /** FreezeSpec who */
                who?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FreezeSpec. */
            type $Shape = sluice.v1.FreezeSpec.$Properties;
        }

        /**
         * Properties of a RoleSpec.
         * @deprecated Use sluice.v1.RoleSpec.$Properties instead.
         */
        interface IRoleSpec extends sluice.v1.RoleSpec.$Properties {
        }

        /** Represents a RoleSpec. */
        class RoleSpec {

            /**
             * Constructs a new RoleSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.RoleSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RoleSpec rules. */
            rules: sluice.v1.RoleRule.$Properties[];

            /**
             * Creates a new RoleSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RoleSpec instance
             */
            static create(properties: sluice.v1.RoleSpec.$Shape): sluice.v1.RoleSpec & sluice.v1.RoleSpec.$Shape;
            static create(properties?: sluice.v1.RoleSpec.$Properties): sluice.v1.RoleSpec;

            /**
             * Encodes the specified RoleSpec message. Does not implicitly {@link sluice.v1.RoleSpec.verify|verify} messages.
             * @param message RoleSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.RoleSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RoleSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.RoleSpec & sluice.v1.RoleSpec.$Shape} RoleSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.RoleSpec & sluice.v1.RoleSpec.$Shape;

            /**
             * Verifies a RoleSpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a RoleSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RoleSpec
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.RoleSpec;

            /**
             * Creates a plain object from a RoleSpec message. Also converts values to other types if specified.
             * @param message RoleSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.RoleSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RoleSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RoleSpec {

            /** Properties of a RoleSpec. */
            interface $Properties {

                /** RoleSpec rules */
                rules?: (sluice.v1.RoleRule.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RoleSpec. */
            type $Shape = sluice.v1.RoleSpec.$Properties;
        }

        /**
         * Properties of a RoleRule.
         * @deprecated Use sluice.v1.RoleRule.$Properties instead.
         */
        interface IRoleRule extends sluice.v1.RoleRule.$Properties {
        }

        /** Represents a RoleRule. */
        class RoleRule {

            /**
             * Constructs a new RoleRule.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.RoleRule.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RoleRule verbs. */
            verbs: string[];

            /** RoleRule kinds. */
            kinds: string[];

            /** RoleRule clusters. */
            clusters: string[];

            /**
             * Creates a new RoleRule instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RoleRule instance
             */
            static create(properties: sluice.v1.RoleRule.$Shape): sluice.v1.RoleRule & sluice.v1.RoleRule.$Shape;
            static create(properties?: sluice.v1.RoleRule.$Properties): sluice.v1.RoleRule;

            /**
             * Encodes the specified RoleRule message. Does not implicitly {@link sluice.v1.RoleRule.verify|verify} messages.
             * @param message RoleRule message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.RoleRule.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RoleRule message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.RoleRule & sluice.v1.RoleRule.$Shape} RoleRule
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.RoleRule & sluice.v1.RoleRule.$Shape;

            /**
             * Verifies a RoleRule message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a RoleRule message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RoleRule
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.RoleRule;

            /**
             * Creates a plain object from a RoleRule message. Also converts values to other types if specified.
             * @param message RoleRule
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.RoleRule, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RoleRule to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RoleRule {

            /** Properties of a RoleRule. */
            interface $Properties {

                /** RoleRule verbs */
                verbs?: (string[]|null);

                /** RoleRule kinds */
                kinds?: (string[]|null);

                /** RoleRule clusters */
                clusters?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RoleRule. */
            type $Shape = sluice.v1.RoleRule.$Properties;
        }

        /**
         * Properties of a RoleBindingSpec.
         * @deprecated Use sluice.v1.RoleBindingSpec.$Properties instead.
         */
        interface IRoleBindingSpec extends sluice.v1.RoleBindingSpec.$Properties {
        }

        /** Represents a RoleBindingSpec. */
        class RoleBindingSpec {

            /**
             * Constructs a new RoleBindingSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.RoleBindingSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RoleBindingSpec role. */
            role: string;

            /** RoleBindingSpec subjects. */
            subjects: sluice.v1.Subject.$Properties[];

            /**
             * Creates a new RoleBindingSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RoleBindingSpec instance
             */
            static create(properties: sluice.v1.RoleBindingSpec.$Shape): sluice.v1.RoleBindingSpec & sluice.v1.RoleBindingSpec.$Shape;
            static create(properties?: sluice.v1.RoleBindingSpec.$Properties): sluice.v1.RoleBindingSpec;

            /**
             * Encodes the specified RoleBindingSpec message. Does not implicitly {@link sluice.v1.RoleBindingSpec.verify|verify} messages.
             * @param message RoleBindingSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.RoleBindingSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RoleBindingSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.RoleBindingSpec & sluice.v1.RoleBindingSpec.$Shape} RoleBindingSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.RoleBindingSpec & sluice.v1.RoleBindingSpec.$Shape;

            /**
             * Verifies a RoleBindingSpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a RoleBindingSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RoleBindingSpec
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.RoleBindingSpec;

            /**
             * Creates a plain object from a RoleBindingSpec message. Also converts values to other types if specified.
             * @param message RoleBindingSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.RoleBindingSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RoleBindingSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RoleBindingSpec {

            /** Properties of a RoleBindingSpec. */
            interface $Properties {

                /** RoleBindingSpec role */
                role?: (string|null);

                /** RoleBindingSpec subjects */
                subjects?: (sluice.v1.Subject.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RoleBindingSpec. */
            type $Shape = sluice.v1.RoleBindingSpec.$Properties;
        }

        /**
         * Properties of a Subject.
         * @deprecated Use sluice.v1.Subject.$Properties instead.
         */
        interface ISubject extends sluice.v1.Subject.$Properties {
        }

        /** Represents a Subject. */
        class Subject {

            /**
             * Constructs a new Subject.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Subject.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Subject type. */
            type: string;

            /** Subject name. */
            name: string;

            /**
             * Creates a new Subject instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Subject instance
             */
            static create(properties: sluice.v1.Subject.$Shape): sluice.v1.Subject & sluice.v1.Subject.$Shape;
            static create(properties?: sluice.v1.Subject.$Properties): sluice.v1.Subject;

            /**
             * Encodes the specified Subject message. Does not implicitly {@link sluice.v1.Subject.verify|verify} messages.
             * @param message Subject message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Subject.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Subject message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Subject & sluice.v1.Subject.$Shape} Subject
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Subject & sluice.v1.Subject.$Shape;

            /**
             * Verifies a Subject message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Subject message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Subject
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Subject;

            /**
             * Creates a plain object from a Subject message. Also converts values to other types if specified.
             * @param message Subject
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Subject, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Subject to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Subject {

            /** Properties of a Subject. */
            interface $Properties {

                /** Subject type */
                type?: (string|null);

                /** Subject name */
                name?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Subject. */
            type $Shape = sluice.v1.Subject.$Properties;
        }

        /**
         * Properties of a ChatBindingSpec.
         * @deprecated Use sluice.v1.ChatBindingSpec.$Properties instead.
         */
        interface IChatBindingSpec extends sluice.v1.ChatBindingSpec.$Properties {
        }

        /** Represents a ChatBindingSpec. */
        class ChatBindingSpec {

            /**
             * Constructs a new ChatBindingSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ChatBindingSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChatBindingSpec platform. */
            platform: string;

            /** ChatBindingSpec workspace. */
            workspace: string;

            /** ChatBindingSpec users. */
            users: sluice.v1.ChatUser.$Properties[];

            /** ChatBindingSpec channels. */
            channels: sluice.v1.ChatChannel.$Properties[];

            /**
             * Creates a new ChatBindingSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ChatBindingSpec instance
             */
            static create(properties: sluice.v1.ChatBindingSpec.$Shape): sluice.v1.ChatBindingSpec & sluice.v1.ChatBindingSpec.$Shape;
            static create(properties?: sluice.v1.ChatBindingSpec.$Properties): sluice.v1.ChatBindingSpec;

            /**
             * Encodes the specified ChatBindingSpec message. Does not implicitly {@link sluice.v1.ChatBindingSpec.verify|verify} messages.
             * @param message ChatBindingSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ChatBindingSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChatBindingSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ChatBindingSpec & sluice.v1.ChatBindingSpec.$Shape} ChatBindingSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ChatBindingSpec & sluice.v1.ChatBindingSpec.$Shape;

            /**
             * Verifies a ChatBindingSpec message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ChatBindingSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ChatBindingSpec
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ChatBindingSpec;

            /**
             * Creates a plain object from a ChatBindingSpec message. Also converts values to other types if specified.
             * @param message ChatBindingSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ChatBindingSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ChatBindingSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ChatBindingSpec {

            /** Properties of a ChatBindingSpec. */
            interface $Properties {

                /** ChatBindingSpec platform */
                platform?: (string|null);

                /** ChatBindingSpec workspace */
                workspace?: (string|null);

                /** ChatBindingSpec users */
                users?: (sluice.v1.ChatUser.$Properties[]|null);

                /** ChatBindingSpec channels */
                channels?: (sluice.v1.ChatChannel.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChatBindingSpec. */
            type $Shape = sluice.v1.ChatBindingSpec.$Properties;
        }

        /**
         * Properties of a ChatUser.
         * @deprecated Use sluice.v1.ChatUser.$Properties instead.
         */
        interface IChatUser extends sluice.v1.ChatUser.$Properties {
        }

        /** Represents a ChatUser. */
        class ChatUser {

            /**
             * Constructs a new ChatUser.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ChatUser.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChatUser id. */
            id: string;

            /** ChatUser user. */
            user: string;

            /**
             * Creates a new ChatUser instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ChatUser instance
             */
            static create(properties: sluice.v1.ChatUser.$Shape): sluice.v1.ChatUser & sluice.v1.ChatUser.$Shape;
            static create(properties?: sluice.v1.ChatUser.$Properties): sluice.v1.ChatUser;

            /**
             * Encodes the specified ChatUser message. Does not implicitly {@link sluice.v1.ChatUser.verify|verify} messages.
             * @param message ChatUser message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ChatUser.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChatUser message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ChatUser & sluice.v1.ChatUser.$Shape} ChatUser
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ChatUser & sluice.v1.ChatUser.$Shape;

            /**
             * Verifies a ChatUser message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ChatUser message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ChatUser
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ChatUser;

            /**
             * Creates a plain object from a ChatUser message. Also converts values to other types if specified.
             * @param message ChatUser
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ChatUser, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ChatUser to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ChatUser {

            /** Properties of a ChatUser. */
            interface $Properties {

                /** ChatUser id */
                id?: (string|null);

                /** ChatUser user */
                user?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChatUser. */
            type $Shape = sluice.v1.ChatUser.$Properties;
        }

        /**
         * Properties of a ChatChannel.
         * @deprecated Use sluice.v1.ChatChannel.$Properties instead.
         */
        interface IChatChannel extends sluice.v1.ChatChannel.$Properties {
        }

        /** Represents a ChatChannel. */
        class ChatChannel {

            /**
             * Constructs a new ChatChannel.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ChatChannel.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChatChannel id. */
            id: string;

            /** ChatChannel clusters. */
            clusters: string[];

            /**
             * Creates a new ChatChannel instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ChatChannel instance
             */
            static create(properties: sluice.v1.ChatChannel.$Shape): sluice.v1.ChatChannel & sluice.v1.ChatChannel.$Shape;
            static create(properties?: sluice.v1.ChatChannel.$Properties): sluice.v1.ChatChannel;

            /**
             * Encodes the specified ChatChannel message. Does not implicitly {@link sluice.v1.ChatChannel.verify|verify} messages.
             * @param message ChatChannel message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ChatChannel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChatChannel message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ChatChannel & sluice.v1.ChatChannel.$Shape} ChatChannel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ChatChannel & sluice.v1.ChatChannel.$Shape;

            /**
             * Verifies a ChatChannel message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ChatChannel message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ChatChannel
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ChatChannel;

            /**
             * Creates a plain object from a ChatChannel message. Also converts values to other types if specified.
             * @param message ChatChannel
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ChatChannel, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ChatChannel to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ChatChannel {

            /** Properties of a ChatChannel. */
            interface $Properties {

                /** ChatChannel id */
                id?: (string|null);

                /** ChatChannel clusters */
                clusters?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChatChannel. */
            type $Shape = sluice.v1.ChatChannel.$Properties;
        }

        /**
         * Properties of a StoredResource.
         * @deprecated Use sluice.v1.StoredResource.$Properties instead.
         */
        interface IStoredResource extends sluice.v1.StoredResource.$Properties {
        }

        /** Represents a StoredResource. */
        class StoredResource {

            /**
             * Constructs a new StoredResource.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.StoredResource.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StoredResource resource. */
            resource?: (sluice.v1.Resource.$Properties|null);

            /** StoredResource generation. */
            generation: (number|Long);

            /** StoredResource revision. */
            revision: (number|Long);

            /** StoredResource createdRevision. */
            createdRevision: (number|Long);

            /**
             * Creates a new StoredResource instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StoredResource instance
             */
            static create(properties: sluice.v1.StoredResource.$Shape): sluice.v1.StoredResource & sluice.v1.StoredResource.$Shape;
            static create(properties?: sluice.v1.StoredResource.$Properties): sluice.v1.StoredResource;

            /**
             * Encodes the specified StoredResource message. Does not implicitly {@link sluice.v1.StoredResource.verify|verify} messages.
             * @param message StoredResource message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.StoredResource.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StoredResource message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.StoredResource & sluice.v1.StoredResource.$Shape} StoredResource
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.StoredResource & sluice.v1.StoredResource.$Shape;

            /**
             * Verifies a StoredResource message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a StoredResource message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns StoredResource
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.StoredResource;

            /**
             * Creates a plain object from a StoredResource message. Also converts values to other types if specified.
             * @param message StoredResource
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.StoredResource, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this StoredResource to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace StoredResource {

            /** Properties of a StoredResource. */
            interface $Properties {

                /** StoredResource resource */
                resource?: (sluice.v1.Resource.$Properties|null);

                /** StoredResource generation */
                generation?: (number|Long|null);

                /** StoredResource revision */
                revision?: (number|Long|null);

                /** StoredResource createdRevision */
                createdRevision?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StoredResource. */
            type $Shape = {
              resource?: sluice.v1.Resource.$Shape|null;
              generation?: number|Long|null;
              revision?: number|Long|null;
              createdRevision?: number|Long|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a FieldChange.
         * @deprecated Use sluice.v1.FieldChange.$Properties instead.
         */
        interface IFieldChange extends sluice.v1.FieldChange.$Properties {
        }

        /** Represents a FieldChange. */
        class FieldChange {

            /**
             * Constructs a new FieldChange.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.FieldChange.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FieldChange path. */
            path: string;

            /** FieldChange from. */
            from?: (string|null);

            /** FieldChange to. */
            to?: (string|null);

            /**
             * Creates a new FieldChange instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FieldChange instance
             */
            static create(properties: sluice.v1.FieldChange.$Shape): sluice.v1.FieldChange & sluice.v1.FieldChange.$Shape;
            static create(properties?: sluice.v1.FieldChange.$Properties): sluice.v1.FieldChange;

            /**
             * Encodes the specified FieldChange message. Does not implicitly {@link sluice.v1.FieldChange.verify|verify} messages.
             * @param message FieldChange message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.FieldChange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FieldChange message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.FieldChange & sluice.v1.FieldChange.$Shape} FieldChange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.FieldChange & sluice.v1.FieldChange.$Shape;

            /**
             * Verifies a FieldChange message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a FieldChange message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns FieldChange
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.FieldChange;

            /**
             * Creates a plain object from a FieldChange message. Also converts values to other types if specified.
             * @param message FieldChange
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.FieldChange, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this FieldChange to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace FieldChange {

            /** Properties of a FieldChange. */
            interface $Properties {

                /** FieldChange path */
                path?: (string|null);

                /** FieldChange from */
                from?: (string|null);

                /** FieldChange to */
                to?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FieldChange. */
            type $Shape = sluice.v1.FieldChange.$Properties;
        }

        /**
         * Properties of a ResourceChange.
         * @deprecated Use sluice.v1.ResourceChange.$Properties instead.
         */
        interface IResourceChange extends sluice.v1.ResourceChange.$Properties {
        }

        /** Represents a ResourceChange. */
        class ResourceChange {

            /**
             * Constructs a new ResourceChange.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ResourceChange.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ResourceChange key. */
            key: string;

            /** ResourceChange previousRevision. */
            previousRevision: (number|Long);

            /** ResourceChange generation. */
            generation: (number|Long);

            /** ResourceChange fields. */
            fields: sluice.v1.FieldChange.$Properties[];

            /** ResourceChange before. */
            before?: (sluice.v1.Resource.$Properties|null);

            /** ResourceChange after. */
            after?: (sluice.v1.Resource.$Properties|null);

            /**
             * Creates a new ResourceChange instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ResourceChange instance
             */
            static create(properties: sluice.v1.ResourceChange.$Shape): sluice.v1.ResourceChange & sluice.v1.ResourceChange.$Shape;
            static create(properties?: sluice.v1.ResourceChange.$Properties): sluice.v1.ResourceChange;

            /**
             * Encodes the specified ResourceChange message. Does not implicitly {@link sluice.v1.ResourceChange.verify|verify} messages.
             * @param message ResourceChange message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ResourceChange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ResourceChange message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ResourceChange & sluice.v1.ResourceChange.$Shape} ResourceChange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ResourceChange & sluice.v1.ResourceChange.$Shape;

            /**
             * Verifies a ResourceChange message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ResourceChange message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ResourceChange
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ResourceChange;

            /**
             * Creates a plain object from a ResourceChange message. Also converts values to other types if specified.
             * @param message ResourceChange
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ResourceChange, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ResourceChange to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ResourceChange {

            /** Properties of a ResourceChange. */
            interface $Properties {

                /** ResourceChange key */
                key?: (string|null);

                /** ResourceChange previousRevision */
                previousRevision?: (number|Long|null);

                /** ResourceChange generation */
                generation?: (number|Long|null);

                /** ResourceChange fields */
                fields?: (sluice.v1.FieldChange.$Properties[]|null);

                /** ResourceChange before */
                before?: (sluice.v1.Resource.$Properties|null);

                /** ResourceChange after */
                after?: (sluice.v1.Resource.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ResourceChange. */
            type $Shape = {
              key?: string|null;
              previousRevision?: number|Long|null;
              generation?: number|Long|null;
              fields?: sluice.v1.FieldChange.$Shape[]|null;
              before?: sluice.v1.Resource.$Shape|null;
              after?: sluice.v1.Resource.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of an Origin.
         * @deprecated Use sluice.v1.Origin.$Properties instead.
         */
        interface IOrigin extends sluice.v1.Origin.$Properties {
        }

        /** Represents an Origin. */
        class Origin {

            /**
             * Constructs a new Origin.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Origin.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Origin actor. */
            actor: string;

            /** Origin channel. */
            channel: string;

            /** Origin reason. */
            reason: string;

            /** Origin correlationId. */
            correlationId: string;

            /** Origin now. */
            now?: (boolean|null);

            /** Origin overridesFreezes. */
            overridesFreezes?: (boolean|null);

            /**
             * Creates a new Origin instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Origin instance
             */
            static create(properties: sluice.v1.Origin.$Shape): sluice.v1.Origin & sluice.v1.Origin.$Shape;
            static create(properties?: sluice.v1.Origin.$Properties): sluice.v1.Origin;

            /**
             * Encodes the specified Origin message. Does not implicitly {@link sluice.v1.Origin.verify|verify} messages.
             * @param message Origin message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Origin.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Origin message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Origin & sluice.v1.Origin.$Shape} Origin
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Origin & sluice.v1.Origin.$Shape;

            /**
             * Verifies an Origin message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an Origin message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Origin
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Origin;

            /**
             * Creates a plain object from an Origin message. Also converts values to other types if specified.
             * @param message Origin
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Origin, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Origin to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Origin {

            /** Properties of an Origin. */
            interface $Properties {

                /** Origin actor */
                actor?: (string|null);

                /** Origin channel */
                channel?: (string|null);

                /** Origin reason */
                reason?: (string|null);

                /** Origin correlationId */
                correlationId?: (string|null);

                /** Origin now */
                now?: (boolean|null);

                /** Origin overridesFreezes */
                overridesFreezes?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Origin. */
            type $Shape = sluice.v1.Origin.$Properties;
        }

        /**
         * Properties of a ConfigEvent.
         * @deprecated Use sluice.v1.ConfigEvent.$Properties instead.
         */
        interface IConfigEvent extends sluice.v1.ConfigEvent.$Properties {
        }

        /** Represents a ConfigEvent. */
        class ConfigEvent {

            /**
             * Constructs a new ConfigEvent.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ConfigEvent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConfigEvent aggregate. */
            aggregate: string;

            /** ConfigEvent id. */
            id: string;

            /** ConfigEvent seq. */
            seq: (number|Long);

            /** ConfigEvent eventId. */
            eventId: string;

            /** ConfigEvent timeMs. */
            timeMs: (number|Long);

            /** ConfigEvent origin. */
            origin?: (sluice.v1.Origin.$Properties|null);

            /** ConfigEvent previousHash. */
            previousHash: string;

            /** ConfigEvent configChanged. */
            configChanged?: (sluice.v1.ConfigChanged.$Properties|null);

            /** ConfigEvent adminStateChanged. */
            adminStateChanged?: (sluice.v1.AdminStateChanged.$Properties|null);

            /** ConfigEvent body. */
            body?: ("configChanged"|"adminStateChanged");

            /**
             * Creates a new ConfigEvent instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ConfigEvent instance
             */
            static create(properties: sluice.v1.ConfigEvent.$Shape): sluice.v1.ConfigEvent & sluice.v1.ConfigEvent.$Shape;
            static create(properties?: sluice.v1.ConfigEvent.$Properties): sluice.v1.ConfigEvent;

            /**
             * Encodes the specified ConfigEvent message. Does not implicitly {@link sluice.v1.ConfigEvent.verify|verify} messages.
             * @param message ConfigEvent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ConfigEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConfigEvent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ConfigEvent & sluice.v1.ConfigEvent.$Shape} ConfigEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ConfigEvent & sluice.v1.ConfigEvent.$Shape;

            /**
             * Verifies a ConfigEvent message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ConfigEvent message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ConfigEvent
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ConfigEvent;

            /**
             * Creates a plain object from a ConfigEvent message. Also converts values to other types if specified.
             * @param message ConfigEvent
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ConfigEvent, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ConfigEvent to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ConfigEvent {

            /** Properties of a ConfigEvent. */
            interface $Properties {

                /** ConfigEvent aggregate */
                aggregate?: (string|null);

                /** ConfigEvent id */
                id?: (string|null);

                /** ConfigEvent seq */
                seq?: (number|Long|null);

                /** ConfigEvent eventId */
                eventId?: (string|null);

                /** ConfigEvent timeMs */
                timeMs?: (number|Long|null);

                /** ConfigEvent origin */
                origin?: (sluice.v1.Origin.$Properties|null);

                /** ConfigEvent previousHash */
                previousHash?: (string|null);

                /** ConfigEvent configChanged */
                configChanged?: (sluice.v1.ConfigChanged.$Properties|null);

                /** ConfigEvent adminStateChanged */
                adminStateChanged?: (sluice.v1.AdminStateChanged.$Properties|null);

                /** ConfigEvent body */
                body?: ("configChanged"|"adminStateChanged");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a ConfigEvent. */
            type $Shape = {
              aggregate?: string|null;
              id?: string|null;
              seq?: number|Long|null;
              eventId?: string|null;
              timeMs?: number|Long|null;
              origin?: sluice.v1.Origin.$Shape|null;
              previousHash?: string|null;
              configChanged?: sluice.v1.ConfigChanged.$Shape|null;
              adminStateChanged?: sluice.v1.AdminStateChanged.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; configChanged?: null; adminStateChanged?: null }|{ body?: "configChanged"; configChanged: sluice.v1.ConfigChanged.$Shape; adminStateChanged?: null }|{ body?: "adminStateChanged"; configChanged?: null; adminStateChanged: sluice.v1.AdminStateChanged.$Shape })
            );
        }

        /**
         * Properties of a ConfigChanged.
         * @deprecated Use sluice.v1.ConfigChanged.$Properties instead.
         */
        interface IConfigChanged extends sluice.v1.ConfigChanged.$Properties {
        }

        /** Represents a ConfigChanged. */
        class ConfigChanged {

            /**
             * Constructs a new ConfigChanged.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ConfigChanged.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConfigChanged changes. */
            changes: sluice.v1.ResourceChange.$Properties[];

            /** ConfigChanged staged. */
            staged?: (sluice.v1.Staged.$Properties|null);

            /**
             * Creates a new ConfigChanged instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ConfigChanged instance
             */
            static create(properties: sluice.v1.ConfigChanged.$Shape): sluice.v1.ConfigChanged & sluice.v1.ConfigChanged.$Shape;
            static create(properties?: sluice.v1.ConfigChanged.$Properties): sluice.v1.ConfigChanged;

            /**
             * Encodes the specified ConfigChanged message. Does not implicitly {@link sluice.v1.ConfigChanged.verify|verify} messages.
             * @param message ConfigChanged message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ConfigChanged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConfigChanged message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ConfigChanged & sluice.v1.ConfigChanged.$Shape} ConfigChanged
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ConfigChanged & sluice.v1.ConfigChanged.$Shape;

            /**
             * Verifies a ConfigChanged message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ConfigChanged message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ConfigChanged
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ConfigChanged;

            /**
             * Creates a plain object from a ConfigChanged message. Also converts values to other types if specified.
             * @param message ConfigChanged
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ConfigChanged, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ConfigChanged to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ConfigChanged {

            /** Properties of a ConfigChanged. */
            interface $Properties {

                /** ConfigChanged changes */
                changes?: (sluice.v1.ResourceChange.$Properties[]|null);

                /** ConfigChanged staged */
                staged?: (sluice.v1.Staged.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConfigChanged. */
            type $Shape = {
              changes?: sluice.v1.ResourceChange.$Shape[]|null;
              staged?: sluice.v1.Staged.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a Chunked.
         * @deprecated Use sluice.v1.Chunked.$Properties instead.
         */
        interface IChunked extends sluice.v1.Chunked.$Properties {
        }

        /** Represents a Chunked. */
        class Chunked {

            /**
             * Constructs a new Chunked.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Chunked.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Chunked chunks. */
            chunks: number;

            /** Chunked bytes. */
            bytes: (number|Long);

            /** Chunked digest. */
            digest: string;

            /**
             * Creates a new Chunked instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Chunked instance
             */
            static create(properties: sluice.v1.Chunked.$Shape): sluice.v1.Chunked & sluice.v1.Chunked.$Shape;
            static create(properties?: sluice.v1.Chunked.$Properties): sluice.v1.Chunked;

            /**
             * Encodes the specified Chunked message. Does not implicitly {@link sluice.v1.Chunked.verify|verify} messages.
             * @param message Chunked message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Chunked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Chunked message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Chunked & sluice.v1.Chunked.$Shape} Chunked
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Chunked & sluice.v1.Chunked.$Shape;

            /**
             * Verifies a Chunked message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Chunked message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Chunked
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Chunked;

            /**
             * Creates a plain object from a Chunked message. Also converts values to other types if specified.
             * @param message Chunked
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Chunked, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Chunked to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Chunked {

            /** Properties of a Chunked. */
            interface $Properties {

                /** Chunked chunks */
                chunks?: (number|null);

                /** Chunked bytes */
                bytes?: (number|Long|null);

                /** Chunked digest */
                digest?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Chunked. */
            type $Shape = sluice.v1.Chunked.$Properties;
        }

        /**
         * Properties of a Staged.
         * @deprecated Use sluice.v1.Staged.$Properties instead.
         */
        interface IStaged extends sluice.v1.Staged.$Properties {
        }

        /** Represents a Staged. */
        class Staged {

            /**
             * Constructs a new Staged.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Staged.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Staged id. */
            id: string;

            /** Staged resources. */
            resources: number;

            /** Staged content. */
            content?: (sluice.v1.Chunked.$Properties|null);

            /**
             * Creates a new Staged instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Staged instance
             */
            static create(properties: sluice.v1.Staged.$Shape): sluice.v1.Staged & sluice.v1.Staged.$Shape;
            static create(properties?: sluice.v1.Staged.$Properties): sluice.v1.Staged;

            /**
             * Encodes the specified Staged message. Does not implicitly {@link sluice.v1.Staged.verify|verify} messages.
             * @param message Staged message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Staged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Staged message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Staged & sluice.v1.Staged.$Shape} Staged
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Staged & sluice.v1.Staged.$Shape;

            /**
             * Verifies a Staged message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Staged message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Staged
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Staged;

            /**
             * Creates a plain object from a Staged message. Also converts values to other types if specified.
             * @param message Staged
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Staged, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Staged to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Staged {

            /** Properties of a Staged. */
            interface $Properties {

                /** Staged id */
                id?: (string|null);

                /** Staged resources */
                resources?: (number|null);

                /** Staged content */
                content?: (sluice.v1.Chunked.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Staged. */
            type $Shape = sluice.v1.Staged.$Properties;
        }

        /**
         * Properties of an AdminStateChanged.
         * @deprecated Use sluice.v1.AdminStateChanged.$Properties instead.
         */
        interface IAdminStateChanged extends sluice.v1.AdminStateChanged.$Properties {
        }

        /** Represents an AdminStateChanged. */
        class AdminStateChanged {

            /**
             * Constructs a new AdminStateChanged.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.AdminStateChanged.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AdminStateChanged node. */
            node: string;

            /** AdminStateChanged from. */
            from: string;

            /** AdminStateChanged to. */
            to: string;

            /** AdminStateChanged token. */
            token: (number|Long);

            /**
             * Creates a new AdminStateChanged instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AdminStateChanged instance
             */
            static create(properties: sluice.v1.AdminStateChanged.$Shape): sluice.v1.AdminStateChanged & sluice.v1.AdminStateChanged.$Shape;
            static create(properties?: sluice.v1.AdminStateChanged.$Properties): sluice.v1.AdminStateChanged;

            /**
             * Encodes the specified AdminStateChanged message. Does not implicitly {@link sluice.v1.AdminStateChanged.verify|verify} messages.
             * @param message AdminStateChanged message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.AdminStateChanged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AdminStateChanged message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.AdminStateChanged & sluice.v1.AdminStateChanged.$Shape} AdminStateChanged
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.AdminStateChanged & sluice.v1.AdminStateChanged.$Shape;

            /**
             * Verifies an AdminStateChanged message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an AdminStateChanged message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns AdminStateChanged
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.AdminStateChanged;

            /**
             * Creates a plain object from an AdminStateChanged message. Also converts values to other types if specified.
             * @param message AdminStateChanged
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.AdminStateChanged, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this AdminStateChanged to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace AdminStateChanged {

            /** Properties of an AdminStateChanged. */
            interface $Properties {

                /** AdminStateChanged node */
                node?: (string|null);

                /** AdminStateChanged from */
                from?: (string|null);

                /** AdminStateChanged to */
                to?: (string|null);

                /** AdminStateChanged token */
                token?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AdminStateChanged. */
            type $Shape = sluice.v1.AdminStateChanged.$Properties;
        }

        /**
         * Properties of a LogHead.
         * @deprecated Use sluice.v1.LogHead.$Properties instead.
         */
        interface ILogHead extends sluice.v1.LogHead.$Properties {
        }

        /** Represents a LogHead. */
        class LogHead {

            /**
             * Constructs a new LogHead.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.LogHead.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LogHead seq. */
            seq: (number|Long);

            /** LogHead hash. */
            hash: string;

            /** LogHead timeMs. */
            timeMs: (number|Long);

            /**
             * Creates a new LogHead instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LogHead instance
             */
            static create(properties: sluice.v1.LogHead.$Shape): sluice.v1.LogHead & sluice.v1.LogHead.$Shape;
            static create(properties?: sluice.v1.LogHead.$Properties): sluice.v1.LogHead;

            /**
             * Encodes the specified LogHead message. Does not implicitly {@link sluice.v1.LogHead.verify|verify} messages.
             * @param message LogHead message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.LogHead.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LogHead message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.LogHead & sluice.v1.LogHead.$Shape} LogHead
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.LogHead & sluice.v1.LogHead.$Shape;

            /**
             * Verifies a LogHead message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a LogHead message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LogHead
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.LogHead;

            /**
             * Creates a plain object from a LogHead message. Also converts values to other types if specified.
             * @param message LogHead
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.LogHead, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LogHead to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LogHead {

            /** Properties of a LogHead. */
            interface $Properties {

                /** LogHead seq */
                seq?: (number|Long|null);

                /** LogHead hash */
                hash?: (string|null);

                /** LogHead timeMs */
                timeMs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LogHead. */
            type $Shape = sluice.v1.LogHead.$Properties;
        }

        /**
         * Properties of a Snapshot.
         * @deprecated Use sluice.v1.Snapshot.$Properties instead.
         */
        interface ISnapshot extends sluice.v1.Snapshot.$Properties {
        }

        /** Represents a Snapshot. */
        class Snapshot {

            /**
             * Constructs a new Snapshot.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Snapshot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Snapshot head. */
            head?: (sluice.v1.LogHead.$Properties|null);

            /** Snapshot resources. */
            resources: number;

            /** Snapshot content. */
            content?: (sluice.v1.Chunked.$Properties|null);

            /**
             * Creates a new Snapshot instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Snapshot instance
             */
            static create(properties: sluice.v1.Snapshot.$Shape): sluice.v1.Snapshot & sluice.v1.Snapshot.$Shape;
            static create(properties?: sluice.v1.Snapshot.$Properties): sluice.v1.Snapshot;

            /**
             * Encodes the specified Snapshot message. Does not implicitly {@link sluice.v1.Snapshot.verify|verify} messages.
             * @param message Snapshot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Snapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Snapshot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Snapshot & sluice.v1.Snapshot.$Shape} Snapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Snapshot & sluice.v1.Snapshot.$Shape;

            /**
             * Verifies a Snapshot message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Snapshot message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Snapshot
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Snapshot;

            /**
             * Creates a plain object from a Snapshot message. Also converts values to other types if specified.
             * @param message Snapshot
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Snapshot, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Snapshot to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Snapshot {

            /** Properties of a Snapshot. */
            interface $Properties {

                /** Snapshot head */
                head?: (sluice.v1.LogHead.$Properties|null);

                /** Snapshot resources */
                resources?: (number|null);

                /** Snapshot content */
                content?: (sluice.v1.Chunked.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Snapshot. */
            type $Shape = sluice.v1.Snapshot.$Properties;
        }

        /**
         * Properties of a RevisionAt.
         * @deprecated Use sluice.v1.RevisionAt.$Properties instead.
         */
        interface IRevisionAt extends sluice.v1.RevisionAt.$Properties {
        }

        /** Represents a RevisionAt. */
        class RevisionAt {

            /**
             * Constructs a new RevisionAt.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.RevisionAt.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RevisionAt revision. */
            revision: (number|Long);

            /** RevisionAt timeMs. */
            timeMs: (number|Long);

            /**
             * Creates a new RevisionAt instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RevisionAt instance
             */
            static create(properties: sluice.v1.RevisionAt.$Shape): sluice.v1.RevisionAt & sluice.v1.RevisionAt.$Shape;
            static create(properties?: sluice.v1.RevisionAt.$Properties): sluice.v1.RevisionAt;

            /**
             * Encodes the specified RevisionAt message. Does not implicitly {@link sluice.v1.RevisionAt.verify|verify} messages.
             * @param message RevisionAt message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.RevisionAt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RevisionAt message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.RevisionAt & sluice.v1.RevisionAt.$Shape} RevisionAt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.RevisionAt & sluice.v1.RevisionAt.$Shape;

            /**
             * Verifies a RevisionAt message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a RevisionAt message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RevisionAt
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.RevisionAt;

            /**
             * Creates a plain object from a RevisionAt message. Also converts values to other types if specified.
             * @param message RevisionAt
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.RevisionAt, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RevisionAt to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RevisionAt {

            /** Properties of a RevisionAt. */
            interface $Properties {

                /** RevisionAt revision */
                revision?: (number|Long|null);

                /** RevisionAt timeMs */
                timeMs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RevisionAt. */
            type $Shape = sluice.v1.RevisionAt.$Properties;
        }

        /**
         * Properties of a RevisionClock.
         * @deprecated Use sluice.v1.RevisionClock.$Properties instead.
         */
        interface IRevisionClock extends sluice.v1.RevisionClock.$Properties {
        }

        /** Represents a RevisionClock. */
        class RevisionClock {

            /**
             * Constructs a new RevisionClock.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.RevisionClock.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RevisionClock samples. */
            samples: sluice.v1.RevisionAt.$Properties[];

            /**
             * Creates a new RevisionClock instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RevisionClock instance
             */
            static create(properties: sluice.v1.RevisionClock.$Shape): sluice.v1.RevisionClock & sluice.v1.RevisionClock.$Shape;
            static create(properties?: sluice.v1.RevisionClock.$Properties): sluice.v1.RevisionClock;

            /**
             * Encodes the specified RevisionClock message. Does not implicitly {@link sluice.v1.RevisionClock.verify|verify} messages.
             * @param message RevisionClock message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.RevisionClock.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RevisionClock message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.RevisionClock & sluice.v1.RevisionClock.$Shape} RevisionClock
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.RevisionClock & sluice.v1.RevisionClock.$Shape;

            /**
             * Verifies a RevisionClock message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a RevisionClock message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RevisionClock
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.RevisionClock;

            /**
             * Creates a plain object from a RevisionClock message. Also converts values to other types if specified.
             * @param message RevisionClock
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.RevisionClock, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RevisionClock to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RevisionClock {

            /** Properties of a RevisionClock. */
            interface $Properties {

                /** RevisionClock samples */
                samples?: (sluice.v1.RevisionAt.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RevisionClock. */
            type $Shape = sluice.v1.RevisionClock.$Properties;
        }

        /**
         * Properties of a StandingAlarm.
         * @deprecated Use sluice.v1.StandingAlarm.$Properties instead.
         */
        interface IStandingAlarm extends sluice.v1.StandingAlarm.$Properties {
        }

        /** Represents a StandingAlarm. */
        class StandingAlarm {

            /**
             * Constructs a new StandingAlarm.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.StandingAlarm.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StandingAlarm kind. */
            kind: string;

            /** StandingAlarm message. */
            message: string;

            /**
             * Creates a new StandingAlarm instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StandingAlarm instance
             */
            static create(properties: sluice.v1.StandingAlarm.$Shape): sluice.v1.StandingAlarm & sluice.v1.StandingAlarm.$Shape;
            static create(properties?: sluice.v1.StandingAlarm.$Properties): sluice.v1.StandingAlarm;

            /**
             * Encodes the specified StandingAlarm message. Does not implicitly {@link sluice.v1.StandingAlarm.verify|verify} messages.
             * @param message StandingAlarm message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.StandingAlarm.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StandingAlarm message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.StandingAlarm & sluice.v1.StandingAlarm.$Shape} StandingAlarm
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.StandingAlarm & sluice.v1.StandingAlarm.$Shape;

            /**
             * Verifies a StandingAlarm message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a StandingAlarm message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns StandingAlarm
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.StandingAlarm;

            /**
             * Creates a plain object from a StandingAlarm message. Also converts values to other types if specified.
             * @param message StandingAlarm
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.StandingAlarm, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this StandingAlarm to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace StandingAlarm {

            /** Properties of a StandingAlarm. */
            interface $Properties {

                /** StandingAlarm kind */
                kind?: (string|null);

                /** StandingAlarm message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StandingAlarm. */
            type $Shape = sluice.v1.StandingAlarm.$Properties;
        }

        /**
         * Properties of a KeeperReport.
         * @deprecated Use sluice.v1.KeeperReport.$Properties instead.
         */
        interface IKeeperReport extends sluice.v1.KeeperReport.$Properties {
        }

        /** Represents a KeeperReport. */
        class KeeperReport {

            /**
             * Constructs a new KeeperReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.KeeperReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KeeperReport timeMs. */
            timeMs: (number|Long);

            /** KeeperReport archivedTo. */
            archivedTo?: (number|Long|null);

            /** KeeperReport trimmedTo. */
            trimmedTo: (number|Long);

            /** KeeperReport dbBytes. */
            dbBytes: (number|Long);

            /** KeeperReport quotaBytes. */
            quotaBytes: (number|Long);

            /** KeeperReport alarms. */
            alarms: sluice.v1.StandingAlarm.$Properties[];

            /**
             * Creates a new KeeperReport instance using the specified properties.
             * @param [properties] Properties to set
             * @returns KeeperReport instance
             */
            static create(properties: sluice.v1.KeeperReport.$Shape): sluice.v1.KeeperReport & sluice.v1.KeeperReport.$Shape;
            static create(properties?: sluice.v1.KeeperReport.$Properties): sluice.v1.KeeperReport;

            /**
             * Encodes the specified KeeperReport message. Does not implicitly {@link sluice.v1.KeeperReport.verify|verify} messages.
             * @param message KeeperReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.KeeperReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeeperReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.KeeperReport & sluice.v1.KeeperReport.$Shape} KeeperReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.KeeperReport & sluice.v1.KeeperReport.$Shape;

            /**
             * Verifies a KeeperReport message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a KeeperReport message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns KeeperReport
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.KeeperReport;

            /**
             * Creates a plain object from a KeeperReport message. Also converts values to other types if specified.
             * @param message KeeperReport
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.KeeperReport, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this KeeperReport to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace KeeperReport {

            /** Properties of a KeeperReport. */
            interface $Properties {

                /** KeeperReport timeMs */
                timeMs?: (number|Long|null);

                /** KeeperReport archivedTo */
                archivedTo?: (number|Long|null);

                /** KeeperReport trimmedTo */
                trimmedTo?: (number|Long|null);

                /** KeeperReport dbBytes */
                dbBytes?: (number|Long|null);

                /** KeeperReport quotaBytes */
                quotaBytes?: (number|Long|null);

                /** KeeperReport alarms */
                alarms?: (sluice.v1.StandingAlarm.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KeeperReport. */
            type $Shape = sluice.v1.KeeperReport.$Properties;
        }

        /**
         * Properties of a RealServerPlan.
         * @deprecated Use sluice.v1.RealServerPlan.$Properties instead.
         */
        interface IRealServerPlan extends sluice.v1.RealServerPlan.$Properties {
        }

        /** Represents a RealServerPlan. */
        class RealServerPlan {

            /**
             * Constructs a new RealServerPlan.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.RealServerPlan.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RealServerPlan address. */
            address: string;

            /** RealServerPlan port. */
            port: number;

            /** RealServerPlan weight. */
            weight: number;

            /**
             * Creates a new RealServerPlan instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RealServerPlan instance
             */
            static create(properties: sluice.v1.RealServerPlan.$Shape): sluice.v1.RealServerPlan & sluice.v1.RealServerPlan.$Shape;
            static create(properties?: sluice.v1.RealServerPlan.$Properties): sluice.v1.RealServerPlan;

            /**
             * Encodes the specified RealServerPlan message. Does not implicitly {@link sluice.v1.RealServerPlan.verify|verify} messages.
             * @param message RealServerPlan message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.RealServerPlan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RealServerPlan message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.RealServerPlan & sluice.v1.RealServerPlan.$Shape} RealServerPlan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.RealServerPlan & sluice.v1.RealServerPlan.$Shape;

            /**
             * Verifies a RealServerPlan message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a RealServerPlan message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RealServerPlan
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.RealServerPlan;

            /**
             * Creates a plain object from a RealServerPlan message. Also converts values to other types if specified.
             * @param message RealServerPlan
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.RealServerPlan, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RealServerPlan to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RealServerPlan {

            /** Properties of a RealServerPlan. */
            interface $Properties {

                /** RealServerPlan address */
                address?: (string|null);

                /** RealServerPlan port */
                port?: (number|null);

                /** RealServerPlan weight */
                weight?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RealServerPlan. */
            type $Shape = sluice.v1.RealServerPlan.$Properties;
        }

        /**
         * Properties of a ServiceObject.
         * @deprecated Use sluice.v1.ServiceObject.$Properties instead.
         */
        interface IServiceObject extends sluice.v1.ServiceObject.$Properties {
        }

        /** Represents a ServiceObject. */
        class ServiceObject {

            /**
             * Constructs a new ServiceObject.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ServiceObject.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServiceObject name. */
            name: string;

            /** ServiceObject listeners. */
            listeners: sluice.v1.Endpoint.$Properties[];

            /** ServiceObject protocol. */
            protocol: string;

            /** ServiceObject scheduler. */
            scheduler: string;

            /** ServiceObject forwarding. */
            forwarding: string;

            /** ServiceObject localAddressPool. */
            localAddressPool?: (string|null);

            /** ServiceObject realServers. */
            realServers: sluice.v1.RealServerPlan.$Properties[];

            /** ServiceObject healthCheck. */
            healthCheck?: (sluice.v1.HealthCheck.$Properties|null);

            /** ServiceObject onFailure. */
            onFailure: string;

            /**
             * Creates a new ServiceObject instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ServiceObject instance
             */
            static create(properties: sluice.v1.ServiceObject.$Shape): sluice.v1.ServiceObject & sluice.v1.ServiceObject.$Shape;
            static create(properties?: sluice.v1.ServiceObject.$Properties): sluice.v1.ServiceObject;

            /**
             * Encodes the specified ServiceObject message. Does not implicitly {@link sluice.v1.ServiceObject.verify|verify} messages.
             * @param message ServiceObject message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ServiceObject.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServiceObject message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ServiceObject & sluice.v1.ServiceObject.$Shape} ServiceObject
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ServiceObject & sluice.v1.ServiceObject.$Shape;

            /**
             * Verifies a ServiceObject message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ServiceObject message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ServiceObject
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ServiceObject;

            /**
             * Creates a plain object from a ServiceObject message. Also converts values to other types if specified.
             * @param message ServiceObject
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ServiceObject, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ServiceObject to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ServiceObject {

            /** Properties of a ServiceObject. */
            interface $Properties {

                /** ServiceObject name */
                name?: (string|null);

                /** ServiceObject listeners */
                listeners?: (sluice.v1.Endpoint.$Properties[]|null);

                /** ServiceObject protocol */
                protocol?: (string|null);

                /** ServiceObject scheduler */
                scheduler?: (string|null);

                /** ServiceObject forwarding */
                forwarding?: (string|null);

                /** ServiceObject localAddressPool */
                localAddressPool?: (string|null);

                /** ServiceObject realServers */
                realServers?: (sluice.v1.RealServerPlan.$Properties[]|null);

                /** ServiceObject healthCheck */
                healthCheck?: (sluice.v1.HealthCheck.$Properties|null);

                /** ServiceObject onFailure */
                onFailure?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServiceObject. */
            type $Shape = sluice.v1.ServiceObject.$Properties;
        }

        /**
         * Properties of a VrrpInstancePlan.
         * @deprecated Use sluice.v1.VrrpInstancePlan.$Properties instead.
         */
        interface IVrrpInstancePlan extends sluice.v1.VrrpInstancePlan.$Properties {
        }

        /** Represents a VrrpInstancePlan. */
        class VrrpInstancePlan {

            /**
             * Constructs a new VrrpInstancePlan.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.VrrpInstancePlan.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VrrpInstancePlan name. */
            name: string;

            /** VrrpInstancePlan interface. */
            interface: string;

            /** VrrpInstancePlan virtualRouterId. */
            virtualRouterId: number;

            /** VrrpInstancePlan family. */
            family: string;

            /** VrrpInstancePlan advertIntervalMs. */
            advertIntervalMs: number;

            /** VrrpInstancePlan priority. */
            priority: number;

            /** VrrpInstancePlan addresses. */
            addresses: sluice.v1.CarriedAddress.$Properties[];

            /**
             * Creates a new VrrpInstancePlan instance using the specified properties.
             * @param [properties] Properties to set
             * @returns VrrpInstancePlan instance
             */
            static create(properties: sluice.v1.VrrpInstancePlan.$Shape): sluice.v1.VrrpInstancePlan & sluice.v1.VrrpInstancePlan.$Shape;
            static create(properties?: sluice.v1.VrrpInstancePlan.$Properties): sluice.v1.VrrpInstancePlan;

            /**
             * Encodes the specified VrrpInstancePlan message. Does not implicitly {@link sluice.v1.VrrpInstancePlan.verify|verify} messages.
             * @param message VrrpInstancePlan message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.VrrpInstancePlan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VrrpInstancePlan message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.VrrpInstancePlan & sluice.v1.VrrpInstancePlan.$Shape} VrrpInstancePlan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.VrrpInstancePlan & sluice.v1.VrrpInstancePlan.$Shape;

            /**
             * Verifies a VrrpInstancePlan message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a VrrpInstancePlan message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns VrrpInstancePlan
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.VrrpInstancePlan;

            /**
             * Creates a plain object from a VrrpInstancePlan message. Also converts values to other types if specified.
             * @param message VrrpInstancePlan
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.VrrpInstancePlan, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this VrrpInstancePlan to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace VrrpInstancePlan {

            /** Properties of a VrrpInstancePlan. */
            interface $Properties {

                /** VrrpInstancePlan name */
                name?: (string|null);

                /** VrrpInstancePlan interface */
                "interface"?: (string|null);

                /** VrrpInstancePlan virtualRouterId */
                virtualRouterId?: (number|null);

                /** VrrpInstancePlan family */
                family?: (string|null);

                /** VrrpInstancePlan advertIntervalMs */
                advertIntervalMs?: (number|null);

                /** VrrpInstancePlan priority */
                priority?: (number|null);

                /** VrrpInstancePlan addresses */
                addresses?: (sluice.v1.CarriedAddress.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VrrpInstancePlan. */
            type $Shape = sluice.v1.VrrpInstancePlan.$Properties;
        }

        /**
         * Properties of a ConnectionSync.
         * @deprecated Use sluice.v1.ConnectionSync.$Properties instead.
         */
        interface IConnectionSync extends sluice.v1.ConnectionSync.$Properties {
        }

        /** Represents a ConnectionSync. */
        class ConnectionSync {

            /**
             * Constructs a new ConnectionSync.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ConnectionSync.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConnectionSync interface. */
            interface: string;

            /** ConnectionSync localAddress. */
            localAddress: string;

            /** ConnectionSync peerAddresses. */
            peerAddresses: string[];

            /**
             * Creates a new ConnectionSync instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ConnectionSync instance
             */
            static create(properties: sluice.v1.ConnectionSync.$Shape): sluice.v1.ConnectionSync & sluice.v1.ConnectionSync.$Shape;
            static create(properties?: sluice.v1.ConnectionSync.$Properties): sluice.v1.ConnectionSync;

            /**
             * Encodes the specified ConnectionSync message. Does not implicitly {@link sluice.v1.ConnectionSync.verify|verify} messages.
             * @param message ConnectionSync message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ConnectionSync.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConnectionSync message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ConnectionSync & sluice.v1.ConnectionSync.$Shape} ConnectionSync
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ConnectionSync & sluice.v1.ConnectionSync.$Shape;

            /**
             * Verifies a ConnectionSync message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ConnectionSync message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ConnectionSync
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ConnectionSync;

            /**
             * Creates a plain object from a ConnectionSync message. Also converts values to other types if specified.
             * @param message ConnectionSync
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ConnectionSync, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ConnectionSync to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ConnectionSync {

            /** Properties of a ConnectionSync. */
            interface $Properties {

                /** ConnectionSync interface */
                "interface"?: (string|null);

                /** ConnectionSync localAddress */
                localAddress?: (string|null);

                /** ConnectionSync peerAddresses */
                peerAddresses?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConnectionSync. */
            type $Shape = sluice.v1.ConnectionSync.$Properties;
        }

        /**
         * Properties of a NodeObject.
         * @deprecated Use sluice.v1.NodeObject.$Properties instead.
         */
        interface INodeObject extends sluice.v1.NodeObject.$Properties {
        }

        /** Represents a NodeObject. */
        class NodeObject {

            /**
             * Constructs a new NodeObject.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.NodeObject.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NodeObject node. */
            node: string;

            /** NodeObject cluster. */
            cluster: string;

            /** NodeObject driver. */
            driver: string;

            /** NodeObject managementAddress. */
            managementAddress: string;

            /** NodeObject ownAddresses. */
            ownAddresses: string[];

            /** NodeObject pools. */
            pools: { [k: string]: sluice.v1.StringList.$Properties };

            /** NodeObject vrrp. */
            vrrp: sluice.v1.VrrpInstancePlan.$Properties[];

            /** NodeObject staticAddresses. */
            staticAddresses: sluice.v1.CarriedAddress.$Properties[];

            /** NodeObject connectionSync. */
            connectionSync?: (sluice.v1.ConnectionSync.$Properties|null);

            /** NodeObject snatGateways. */
            snatGateways: string[];

            /**
             * Creates a new NodeObject instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NodeObject instance
             */
            static create(properties: sluice.v1.NodeObject.$Shape): sluice.v1.NodeObject & sluice.v1.NodeObject.$Shape;
            static create(properties?: sluice.v1.NodeObject.$Properties): sluice.v1.NodeObject;

            /**
             * Encodes the specified NodeObject message. Does not implicitly {@link sluice.v1.NodeObject.verify|verify} messages.
             * @param message NodeObject message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.NodeObject.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeObject message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.NodeObject & sluice.v1.NodeObject.$Shape} NodeObject
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.NodeObject & sluice.v1.NodeObject.$Shape;

            /**
             * Verifies a NodeObject message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a NodeObject message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns NodeObject
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.NodeObject;

            /**
             * Creates a plain object from a NodeObject message. Also converts values to other types if specified.
             * @param message NodeObject
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.NodeObject, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this NodeObject to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace NodeObject {

            /** Properties of a NodeObject. */
            interface $Properties {

                /** NodeObject node */
                node?: (string|null);

                /** NodeObject cluster */
                cluster?: (string|null);

                /** NodeObject driver */
                driver?: (string|null);

                /** NodeObject managementAddress */
                managementAddress?: (string|null);

                /** NodeObject ownAddresses */
                ownAddresses?: (string[]|null);

                /** NodeObject pools */
                pools?: ({ [k: string]: sluice.v1.StringList.$Properties }|null);

                /** NodeObject vrrp */
                vrrp?: (sluice.v1.VrrpInstancePlan.$Properties[]|null);

                /** NodeObject staticAddresses */
                staticAddresses?: (sluice.v1.CarriedAddress.$Properties[]|null);

                /** NodeObject connectionSync */
                connectionSync?: (sluice.v1.ConnectionSync.$Properties|null);

                /** NodeObject snatGateways */
                snatGateways?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NodeObject. */
            type $Shape = sluice.v1.NodeObject.$Properties;
        }

        /**
         * Properties of a SnatObject.
         * @deprecated Use sluice.v1.SnatObject.$Properties instead.
         */
        interface ISnatObject extends sluice.v1.SnatObject.$Properties {
        }

        /** Represents a SnatObject. */
        class SnatObject {

            /**
             * Constructs a new SnatObject.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.SnatObject.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SnatObject gateway. */
            gateway?: (sluice.v1.GatewayObject.$Properties|null);

            /** SnatObject zone. */
            zone?: (sluice.v1.ZoneObject.$Properties|null);

            /** SnatObject object. */
            object?: ("gateway"|"zone");

            /**
             * Creates a new SnatObject instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SnatObject instance
             */
            static create(properties: sluice.v1.SnatObject.$Shape): sluice.v1.SnatObject & sluice.v1.SnatObject.$Shape;
            static create(properties?: sluice.v1.SnatObject.$Properties): sluice.v1.SnatObject;

            /**
             * Encodes the specified SnatObject message. Does not implicitly {@link sluice.v1.SnatObject.verify|verify} messages.
             * @param message SnatObject message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.SnatObject.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SnatObject message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.SnatObject & sluice.v1.SnatObject.$Shape} SnatObject
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.SnatObject & sluice.v1.SnatObject.$Shape;

            /**
             * Verifies a SnatObject message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a SnatObject message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SnatObject
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.SnatObject;

            /**
             * Creates a plain object from a SnatObject message. Also converts values to other types if specified.
             * @param message SnatObject
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.SnatObject, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SnatObject to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace SnatObject {

            /** Properties of a SnatObject. */
            interface $Properties {

                /** SnatObject gateway */
                gateway?: (sluice.v1.GatewayObject.$Properties|null);

                /** SnatObject zone */
                zone?: (sluice.v1.ZoneObject.$Properties|null);

                /** SnatObject object */
                object?: ("gateway"|"zone");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a SnatObject. */
            type $Shape = {
              gateway?: sluice.v1.GatewayObject.$Shape|null;
              zone?: sluice.v1.ZoneObject.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ object?: undefined; gateway?: null; zone?: null }|{ object?: "gateway"; gateway: sluice.v1.GatewayObject.$Shape; zone?: null }|{ object?: "zone"; gateway?: null; zone: sluice.v1.ZoneObject.$Shape })
            );
        }

        /**
         * Properties of a GatewayObject.
         * @deprecated Use sluice.v1.GatewayObject.$Properties instead.
         */
        interface IGatewayObject extends sluice.v1.GatewayObject.$Properties {
        }

        /** Represents a GatewayObject. */
        class GatewayObject {

            /**
             * Constructs a new GatewayObject.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.GatewayObject.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GatewayObject name. */
            name: string;

            /** GatewayObject protocols. */
            protocols: string[];

            /** GatewayObject zones. */
            zones: string[];

            /**
             * Creates a new GatewayObject instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GatewayObject instance
             */
            static create(properties: sluice.v1.GatewayObject.$Shape): sluice.v1.GatewayObject & sluice.v1.GatewayObject.$Shape;
            static create(properties?: sluice.v1.GatewayObject.$Properties): sluice.v1.GatewayObject;

            /**
             * Encodes the specified GatewayObject message. Does not implicitly {@link sluice.v1.GatewayObject.verify|verify} messages.
             * @param message GatewayObject message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.GatewayObject.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GatewayObject message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.GatewayObject & sluice.v1.GatewayObject.$Shape} GatewayObject
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.GatewayObject & sluice.v1.GatewayObject.$Shape;

            /**
             * Verifies a GatewayObject message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a GatewayObject message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns GatewayObject
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.GatewayObject;

            /**
             * Creates a plain object from a GatewayObject message. Also converts values to other types if specified.
             * @param message GatewayObject
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.GatewayObject, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this GatewayObject to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace GatewayObject {

            /** Properties of a GatewayObject. */
            interface $Properties {

                /** GatewayObject name */
                name?: (string|null);

                /** GatewayObject protocols */
                protocols?: (string[]|null);

                /** GatewayObject zones */
                zones?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GatewayObject. */
            type $Shape = sluice.v1.GatewayObject.$Properties;
        }

        /**
         * Properties of a ZoneObject.
         * @deprecated Use sluice.v1.ZoneObject.$Properties instead.
         */
        interface IZoneObject extends sluice.v1.ZoneObject.$Properties {
        }

        /** Represents a ZoneObject. */
        class ZoneObject {

            /**
             * Constructs a new ZoneObject.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ZoneObject.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ZoneObject gateway. */
            gateway: string;

            /** ZoneObject name. */
            name: string;

            /** ZoneObject sources. */
            sources: string[];

            /** ZoneObject destinations. */
            destinations: string[];

            /** ZoneObject addresses. */
            addresses: string[];

            /** ZoneObject rotation. */
            rotation: string;

            /** ZoneObject portRange. */
            portRange?: (sluice.v1.PortRange.$Properties|null);

            /** ZoneObject egressInterface. */
            egressInterface: string;

            /** ZoneObject nextHop. */
            nextHop?: (string|null);

            /**
             * Creates a new ZoneObject instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ZoneObject instance
             */
            static create(properties: sluice.v1.ZoneObject.$Shape): sluice.v1.ZoneObject & sluice.v1.ZoneObject.$Shape;
            static create(properties?: sluice.v1.ZoneObject.$Properties): sluice.v1.ZoneObject;

            /**
             * Encodes the specified ZoneObject message. Does not implicitly {@link sluice.v1.ZoneObject.verify|verify} messages.
             * @param message ZoneObject message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ZoneObject.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ZoneObject message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ZoneObject & sluice.v1.ZoneObject.$Shape} ZoneObject
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ZoneObject & sluice.v1.ZoneObject.$Shape;

            /**
             * Verifies a ZoneObject message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ZoneObject message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ZoneObject
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ZoneObject;

            /**
             * Creates a plain object from a ZoneObject message. Also converts values to other types if specified.
             * @param message ZoneObject
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ZoneObject, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ZoneObject to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ZoneObject {

            /** Properties of a ZoneObject. */
            interface $Properties {

                /** ZoneObject gateway */
                gateway?: (string|null);

                /** ZoneObject name */
                name?: (string|null);

                /** ZoneObject sources */
                sources?: (string[]|null);

                /** ZoneObject destinations */
                destinations?: (string[]|null);

                /** ZoneObject addresses */
                addresses?: (string[]|null);

                /** ZoneObject rotation */
                rotation?: (string|null);

                /** ZoneObject portRange */
                portRange?: (sluice.v1.PortRange.$Properties|null);

                /** ZoneObject egressInterface */
                egressInterface?: (string|null);

                /** ZoneObject nextHop */
                nextHop?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ZoneObject. */
            type $Shape = sluice.v1.ZoneObject.$Properties;
        }

        /**
         * Properties of a TreeEntry.
         * @deprecated Use sluice.v1.TreeEntry.$Properties instead.
         */
        interface ITreeEntry extends sluice.v1.TreeEntry.$Properties {
        }

        /** Represents a TreeEntry. */
        class TreeEntry {

            /**
             * Constructs a new TreeEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.TreeEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TreeEntry name. */
            name: string;

            /** TreeEntry digest. */
            digest: string;

            /**
             * Creates a new TreeEntry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TreeEntry instance
             */
            static create(properties: sluice.v1.TreeEntry.$Shape): sluice.v1.TreeEntry & sluice.v1.TreeEntry.$Shape;
            static create(properties?: sluice.v1.TreeEntry.$Properties): sluice.v1.TreeEntry;

            /**
             * Encodes the specified TreeEntry message. Does not implicitly {@link sluice.v1.TreeEntry.verify|verify} messages.
             * @param message TreeEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.TreeEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TreeEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.TreeEntry & sluice.v1.TreeEntry.$Shape} TreeEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.TreeEntry & sluice.v1.TreeEntry.$Shape;

            /**
             * Verifies a TreeEntry message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a TreeEntry message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TreeEntry
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.TreeEntry;

            /**
             * Creates a plain object from a TreeEntry message. Also converts values to other types if specified.
             * @param message TreeEntry
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.TreeEntry, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TreeEntry to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace TreeEntry {

            /** Properties of a TreeEntry. */
            interface $Properties {

                /** TreeEntry name */
                name?: (string|null);

                /** TreeEntry digest */
                digest?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TreeEntry. */
            type $Shape = sluice.v1.TreeEntry.$Properties;
        }

        /**
         * Properties of a TreeShard.
         * @deprecated Use sluice.v1.TreeShard.$Properties instead.
         */
        interface ITreeShard extends sluice.v1.TreeShard.$Properties {
        }

        /** Represents a TreeShard. */
        class TreeShard {

            /**
             * Constructs a new TreeShard.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.TreeShard.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TreeShard entries. */
            entries: sluice.v1.TreeEntry.$Properties[];

            /**
             * Creates a new TreeShard instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TreeShard instance
             */
            static create(properties: sluice.v1.TreeShard.$Shape): sluice.v1.TreeShard & sluice.v1.TreeShard.$Shape;
            static create(properties?: sluice.v1.TreeShard.$Properties): sluice.v1.TreeShard;

            /**
             * Encodes the specified TreeShard message. Does not implicitly {@link sluice.v1.TreeShard.verify|verify} messages.
             * @param message TreeShard message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.TreeShard.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TreeShard message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.TreeShard & sluice.v1.TreeShard.$Shape} TreeShard
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.TreeShard & sluice.v1.TreeShard.$Shape;

            /**
             * Verifies a TreeShard message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a TreeShard message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TreeShard
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.TreeShard;

            /**
             * Creates a plain object from a TreeShard message. Also converts values to other types if specified.
             * @param message TreeShard
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.TreeShard, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TreeShard to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace TreeShard {

            /** Properties of a TreeShard. */
            interface $Properties {

                /** TreeShard entries */
                entries?: (sluice.v1.TreeEntry.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TreeShard. */
            type $Shape = sluice.v1.TreeShard.$Properties;
        }

        /**
         * Properties of a TreeRoot.
         * @deprecated Use sluice.v1.TreeRoot.$Properties instead.
         */
        interface ITreeRoot extends sluice.v1.TreeRoot.$Properties {
        }

        /** Represents a TreeRoot. */
        class TreeRoot {

            /**
             * Constructs a new TreeRoot.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.TreeRoot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TreeRoot shards. */
            shards: string[];

            /**
             * Creates a new TreeRoot instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TreeRoot instance
             */
            static create(properties: sluice.v1.TreeRoot.$Shape): sluice.v1.TreeRoot & sluice.v1.TreeRoot.$Shape;
            static create(properties?: sluice.v1.TreeRoot.$Properties): sluice.v1.TreeRoot;

            /**
             * Encodes the specified TreeRoot message. Does not implicitly {@link sluice.v1.TreeRoot.verify|verify} messages.
             * @param message TreeRoot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.TreeRoot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TreeRoot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.TreeRoot & sluice.v1.TreeRoot.$Shape} TreeRoot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.TreeRoot & sluice.v1.TreeRoot.$Shape;

            /**
             * Verifies a TreeRoot message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a TreeRoot message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TreeRoot
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.TreeRoot;

            /**
             * Creates a plain object from a TreeRoot message. Also converts values to other types if specified.
             * @param message TreeRoot
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.TreeRoot, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TreeRoot to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace TreeRoot {

            /** Properties of a TreeRoot. */
            interface $Properties {

                /** TreeRoot shards */
                shards?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TreeRoot. */
            type $Shape = sluice.v1.TreeRoot.$Properties;
        }

        /**
         * Properties of a Generation.
         * @deprecated Use sluice.v1.Generation.$Properties instead.
         */
        interface IGeneration extends sluice.v1.Generation.$Properties {
        }

        /** Represents a Generation. */
        class Generation {

            /**
             * Constructs a new Generation.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Generation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Generation cluster. */
            cluster: string;

            /** Generation generation. */
            generation: (number|Long);

            /** Generation root. */
            root: string;

            /** Generation revision. */
            revision: (number|Long);

            /** Generation parent. */
            parent: (number|Long);

            /**
             * Creates a new Generation instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Generation instance
             */
            static create(properties: sluice.v1.Generation.$Shape): sluice.v1.Generation & sluice.v1.Generation.$Shape;
            static create(properties?: sluice.v1.Generation.$Properties): sluice.v1.Generation;

            /**
             * Encodes the specified Generation message. Does not implicitly {@link sluice.v1.Generation.verify|verify} messages.
             * @param message Generation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Generation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Generation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Generation & sluice.v1.Generation.$Shape} Generation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Generation & sluice.v1.Generation.$Shape;

            /**
             * Verifies a Generation message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Generation message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Generation
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Generation;

            /**
             * Creates a plain object from a Generation message. Also converts values to other types if specified.
             * @param message Generation
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Generation, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Generation to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Generation {

            /** Properties of a Generation. */
            interface $Properties {

                /** Generation cluster */
                cluster?: (string|null);

                /** Generation generation */
                generation?: (number|Long|null);

                /** Generation root */
                root?: (string|null);

                /** Generation revision */
                revision?: (number|Long|null);

                /** Generation parent */
                parent?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Generation. */
            type $Shape = sluice.v1.Generation.$Properties;
        }

        /**
         * Properties of a NodeRef.
         * @deprecated Use sluice.v1.NodeRef.$Properties instead.
         */
        interface INodeRef extends sluice.v1.NodeRef.$Properties {
        }

        /** Represents a NodeRef. */
        class NodeRef {

            /**
             * Constructs a new NodeRef.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.NodeRef.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NodeRef node. */
            node: string;

            /** NodeRef plan. */
            plan?: (sluice.v1.PlanRef.$Properties|null);

            /** NodeRef nodeObject. */
            nodeObject: string;

            /** NodeRef adminState. */
            adminState: string;

            /** NodeRef token. */
            token: (number|Long);

            /** NodeRef revert. */
            revert: boolean;

            /** NodeRef writtenAtMs. */
            writtenAtMs: (number|Long);

            /** NodeRef previous. */
            previous?: (sluice.v1.PlanRef.$Properties|null);

            /**
             * Creates a new NodeRef instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NodeRef instance
             */
            static create(properties: sluice.v1.NodeRef.$Shape): sluice.v1.NodeRef & sluice.v1.NodeRef.$Shape;
            static create(properties?: sluice.v1.NodeRef.$Properties): sluice.v1.NodeRef;

            /**
             * Encodes the specified NodeRef message. Does not implicitly {@link sluice.v1.NodeRef.verify|verify} messages.
             * @param message NodeRef message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.NodeRef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeRef message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.NodeRef & sluice.v1.NodeRef.$Shape} NodeRef
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.NodeRef & sluice.v1.NodeRef.$Shape;

            /**
             * Verifies a NodeRef message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a NodeRef message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns NodeRef
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.NodeRef;

            /**
             * Creates a plain object from a NodeRef message. Also converts values to other types if specified.
             * @param message NodeRef
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.NodeRef, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this NodeRef to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace NodeRef {

            /** Properties of a NodeRef. */
            interface $Properties {

                /** NodeRef node */
                node?: (string|null);

                /** NodeRef plan */
                plan?: (sluice.v1.PlanRef.$Properties|null);

                /** NodeRef nodeObject */
                nodeObject?: (string|null);

                /** NodeRef adminState */
                adminState?: (string|null);

                /** NodeRef token */
                token?: (number|Long|null);

                /** NodeRef revert */
                revert?: (boolean|null);

                /** NodeRef writtenAtMs */
                writtenAtMs?: (number|Long|null);

                /** NodeRef previous */
                previous?: (sluice.v1.PlanRef.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NodeRef. */
            type $Shape = sluice.v1.NodeRef.$Properties;
        }

        /**
         * Properties of a Lock.
         * @deprecated Use sluice.v1.Lock.$Properties instead.
         */
        interface ILock extends sluice.v1.Lock.$Properties {
        }

        /** Represents a Lock. */
        class Lock {

            /**
             * Constructs a new Lock.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Lock.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Lock domain. */
            domain: string;

            /** Lock owner. */
            owner: string;

            /** Lock reason. */
            reason: string;

            /** Lock takenAtMs. */
            takenAtMs: (number|Long);

            /**
             * Creates a new Lock instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Lock instance
             */
            static create(properties: sluice.v1.Lock.$Shape): sluice.v1.Lock & sluice.v1.Lock.$Shape;
            static create(properties?: sluice.v1.Lock.$Properties): sluice.v1.Lock;

            /**
             * Encodes the specified Lock message. Does not implicitly {@link sluice.v1.Lock.verify|verify} messages.
             * @param message Lock message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Lock.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Lock message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Lock & sluice.v1.Lock.$Shape} Lock
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Lock & sluice.v1.Lock.$Shape;

            /**
             * Verifies a Lock message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Lock message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Lock
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Lock;

            /**
             * Creates a plain object from a Lock message. Also converts values to other types if specified.
             * @param message Lock
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Lock, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Lock to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Lock {

            /** Properties of a Lock. */
            interface $Properties {

                /** Lock domain */
                domain?: (string|null);

                /** Lock owner */
                owner?: (string|null);

                /** Lock reason */
                reason?: (string|null);

                /** Lock takenAtMs */
                takenAtMs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Lock. */
            type $Shape = sluice.v1.Lock.$Properties;
        }

        /**
         * Properties of a VrrpStatus.
         * @deprecated Use sluice.v1.VrrpStatus.$Properties instead.
         */
        interface IVrrpStatus extends sluice.v1.VrrpStatus.$Properties {
        }

        /** Represents a VrrpStatus. */
        class VrrpStatus {

            /**
             * Constructs a new VrrpStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.VrrpStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VrrpStatus instance. */
            instance: string;

            /** VrrpStatus state. */
            state: string;

            /** VrrpStatus priority. */
            priority: number;

            /** VrrpStatus sinceMs. */
            sinceMs: (number|Long);

            /** VrrpStatus masterDownMs. */
            masterDownMs: number;

            /**
             * Creates a new VrrpStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns VrrpStatus instance
             */
            static create(properties: sluice.v1.VrrpStatus.$Shape): sluice.v1.VrrpStatus & sluice.v1.VrrpStatus.$Shape;
            static create(properties?: sluice.v1.VrrpStatus.$Properties): sluice.v1.VrrpStatus;

            /**
             * Encodes the specified VrrpStatus message. Does not implicitly {@link sluice.v1.VrrpStatus.verify|verify} messages.
             * @param message VrrpStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.VrrpStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VrrpStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.VrrpStatus & sluice.v1.VrrpStatus.$Shape} VrrpStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.VrrpStatus & sluice.v1.VrrpStatus.$Shape;

            /**
             * Verifies a VrrpStatus message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a VrrpStatus message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns VrrpStatus
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.VrrpStatus;

            /**
             * Creates a plain object from a VrrpStatus message. Also converts values to other types if specified.
             * @param message VrrpStatus
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.VrrpStatus, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this VrrpStatus to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace VrrpStatus {

            /** Properties of a VrrpStatus. */
            interface $Properties {

                /** VrrpStatus instance */
                instance?: (string|null);

                /** VrrpStatus state */
                state?: (string|null);

                /** VrrpStatus priority */
                priority?: (number|null);

                /** VrrpStatus sinceMs */
                sinceMs?: (number|Long|null);

                /** VrrpStatus masterDownMs */
                masterDownMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VrrpStatus. */
            type $Shape = sluice.v1.VrrpStatus.$Properties;
        }

        /**
         * Properties of a RealServerHealth.
         * @deprecated Use sluice.v1.RealServerHealth.$Properties instead.
         */
        interface IRealServerHealth extends sluice.v1.RealServerHealth.$Properties {
        }

        /** Represents a RealServerHealth. */
        class RealServerHealth {

            /**
             * Constructs a new RealServerHealth.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.RealServerHealth.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RealServerHealth service. */
            service: string;

            /** RealServerHealth realServer. */
            realServer: string;

            /** RealServerHealth state. */
            state: string;

            /** RealServerHealth reason. */
            reason: string;

            /**
             * Creates a new RealServerHealth instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RealServerHealth instance
             */
            static create(properties: sluice.v1.RealServerHealth.$Shape): sluice.v1.RealServerHealth & sluice.v1.RealServerHealth.$Shape;
            static create(properties?: sluice.v1.RealServerHealth.$Properties): sluice.v1.RealServerHealth;

            /**
             * Encodes the specified RealServerHealth message. Does not implicitly {@link sluice.v1.RealServerHealth.verify|verify} messages.
             * @param message RealServerHealth message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.RealServerHealth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RealServerHealth message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.RealServerHealth & sluice.v1.RealServerHealth.$Shape} RealServerHealth
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.RealServerHealth & sluice.v1.RealServerHealth.$Shape;

            /**
             * Verifies a RealServerHealth message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a RealServerHealth message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RealServerHealth
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.RealServerHealth;

            /**
             * Creates a plain object from a RealServerHealth message. Also converts values to other types if specified.
             * @param message RealServerHealth
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.RealServerHealth, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RealServerHealth to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RealServerHealth {

            /** Properties of a RealServerHealth. */
            interface $Properties {

                /** RealServerHealth service */
                service?: (string|null);

                /** RealServerHealth realServer */
                realServer?: (string|null);

                /** RealServerHealth state */
                state?: (string|null);

                /** RealServerHealth reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RealServerHealth. */
            type $Shape = sluice.v1.RealServerHealth.$Properties;
        }

        /**
         * Properties of a ServiceSummary.
         * @deprecated Use sluice.v1.ServiceSummary.$Properties instead.
         */
        interface IServiceSummary extends sluice.v1.ServiceSummary.$Properties {
        }

        /** Represents a ServiceSummary. */
        class ServiceSummary {

            /**
             * Constructs a new ServiceSummary.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ServiceSummary.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServiceSummary name. */
            name: string;

            /** ServiceSummary realServersUp. */
            realServersUp: number;

            /** ServiceSummary realServersTotal. */
            realServersTotal: number;

            /** ServiceSummary connections. */
            connections: number;

            /**
             * Creates a new ServiceSummary instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ServiceSummary instance
             */
            static create(properties: sluice.v1.ServiceSummary.$Shape): sluice.v1.ServiceSummary & sluice.v1.ServiceSummary.$Shape;
            static create(properties?: sluice.v1.ServiceSummary.$Properties): sluice.v1.ServiceSummary;

            /**
             * Encodes the specified ServiceSummary message. Does not implicitly {@link sluice.v1.ServiceSummary.verify|verify} messages.
             * @param message ServiceSummary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ServiceSummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServiceSummary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ServiceSummary & sluice.v1.ServiceSummary.$Shape} ServiceSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ServiceSummary & sluice.v1.ServiceSummary.$Shape;

            /**
             * Verifies a ServiceSummary message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ServiceSummary message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ServiceSummary
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ServiceSummary;

            /**
             * Creates a plain object from a ServiceSummary message. Also converts values to other types if specified.
             * @param message ServiceSummary
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ServiceSummary, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ServiceSummary to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ServiceSummary {

            /** Properties of a ServiceSummary. */
            interface $Properties {

                /** ServiceSummary name */
                name?: (string|null);

                /** ServiceSummary realServersUp */
                realServersUp?: (number|null);

                /** ServiceSummary realServersTotal */
                realServersTotal?: (number|null);

                /** ServiceSummary connections */
                connections?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServiceSummary. */
            type $Shape = sluice.v1.ServiceSummary.$Properties;
        }

        /**
         * Properties of a NodeStatus.
         * @deprecated Use sluice.v1.NodeStatus.$Properties instead.
         */
        interface INodeStatus extends sluice.v1.NodeStatus.$Properties {
        }

        /** Represents a NodeStatus. */
        class NodeStatus {

            /**
             * Constructs a new NodeStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.NodeStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NodeStatus cluster. */
            cluster: string;

            /** NodeStatus node. */
            node: string;

            /** NodeStatus bootId. */
            bootId: string;

            /** NodeStatus agentVersion. */
            agentVersion: string;

            /** NodeStatus agentStartedAtMs. */
            agentStartedAtMs: (number|Long);

            /** NodeStatus kernelVersion. */
            kernelVersion: string;

            /** NodeStatus timeMs. */
            timeMs: (number|Long);

            /** NodeStatus convergence. */
            convergence: string;

            /** NodeStatus problem. */
            problem?: (string|null);

            /** NodeStatus applied. */
            applied?: (sluice.v1.PlanRef.$Properties|null);

            /** NodeStatus wanted. */
            wanted?: (sluice.v1.PlanRef.$Properties|null);

            /** NodeStatus adminState. */
            adminState: string;

            /** NodeStatus storeConnected. */
            storeConnected: boolean;

            /** NodeStatus busConnected. */
            busConnected: boolean;

            /** NodeStatus eventsWaiting. */
            eventsWaiting: (number|Long);

            /** NodeStatus eventsLost. */
            eventsLost: (number|Long);

            /** NodeStatus vrrp. */
            vrrp: sluice.v1.VrrpStatus.$Properties[];

            /** NodeStatus ownedAddresses. */
            ownedAddresses: string[];

            /** NodeStatus services. */
            services: sluice.v1.ServiceSummary.$Properties[];

            /** NodeStatus servicesTotal. */
            servicesTotal: number;

            /** NodeStatus realServersUp. */
            realServersUp: number;

            /** NodeStatus realServersTotal. */
            realServersTotal: number;

            /** NodeStatus notUp. */
            notUp: sluice.v1.RealServerHealth.$Properties[];

            /** NodeStatus foreign. */
            foreign: number;

            /** NodeStatus repaired. */
            repaired?: (number|null);

            /**
             * Creates a new NodeStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NodeStatus instance
             */
            static create(properties: sluice.v1.NodeStatus.$Shape): sluice.v1.NodeStatus & sluice.v1.NodeStatus.$Shape;
            static create(properties?: sluice.v1.NodeStatus.$Properties): sluice.v1.NodeStatus;

            /**
             * Encodes the specified NodeStatus message. Does not implicitly {@link sluice.v1.NodeStatus.verify|verify} messages.
             * @param message NodeStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.NodeStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.NodeStatus & sluice.v1.NodeStatus.$Shape} NodeStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.NodeStatus & sluice.v1.NodeStatus.$Shape;

            /**
             * Verifies a NodeStatus message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a NodeStatus message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns NodeStatus
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.NodeStatus;

            /**
             * Creates a plain object from a NodeStatus message. Also converts values to other types if specified.
             * @param message NodeStatus
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.NodeStatus, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this NodeStatus to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace NodeStatus {

            /** Properties of a NodeStatus. */
            interface $Properties {

                /** NodeStatus cluster */
                cluster?: (string|null);

                /** NodeStatus node */
                node?: (string|null);

                /** NodeStatus bootId */
                bootId?: (string|null);

                /** NodeStatus agentVersion */
                agentVersion?: (string|null);

                /** NodeStatus agentStartedAtMs */
                agentStartedAtMs?: (number|Long|null);

                /** NodeStatus kernelVersion */
                kernelVersion?: (string|null);

                /** NodeStatus timeMs */
                timeMs?: (number|Long|null);

                /** NodeStatus convergence */
                convergence?: (string|null);

                /** NodeStatus problem */
                problem?: (string|null);

                /** NodeStatus applied */
                applied?: (sluice.v1.PlanRef.$Properties|null);

                /** NodeStatus wanted */
                wanted?: (sluice.v1.PlanRef.$Properties|null);

                /** NodeStatus adminState */
                adminState?: (string|null);

                /** NodeStatus storeConnected */
                storeConnected?: (boolean|null);

                /** NodeStatus busConnected */
                busConnected?: (boolean|null);

                /** NodeStatus eventsWaiting */
                eventsWaiting?: (number|Long|null);

                /** NodeStatus eventsLost */
                eventsLost?: (number|Long|null);

                /** NodeStatus vrrp */
                vrrp?: (sluice.v1.VrrpStatus.$Properties[]|null);

                /** NodeStatus ownedAddresses */
                ownedAddresses?: (string[]|null);

                /** NodeStatus services */
                services?: (sluice.v1.ServiceSummary.$Properties[]|null);

                /** NodeStatus servicesTotal */
                servicesTotal?: (number|null);

                /** NodeStatus realServersUp */
                realServersUp?: (number|null);

                /** NodeStatus realServersTotal */
                realServersTotal?: (number|null);

                /** NodeStatus notUp */
                notUp?: (sluice.v1.RealServerHealth.$Properties[]|null);

                /** NodeStatus foreign */
                foreign?: (number|null);

                /** NodeStatus repaired */
                repaired?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NodeStatus. */
            type $Shape = sluice.v1.NodeStatus.$Properties;
        }

        /**
         * Properties of a NodeEvent.
         * @deprecated Use sluice.v1.NodeEvent.$Properties instead.
         */
        interface INodeEvent extends sluice.v1.NodeEvent.$Properties {
        }

        /** Represents a NodeEvent. */
        class NodeEvent {

            /**
             * Constructs a new NodeEvent.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.NodeEvent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NodeEvent cluster. */
            cluster: string;

            /** NodeEvent node. */
            node: string;

            /** NodeEvent bootId. */
            bootId: string;

            /** NodeEvent seq. */
            seq: (number|Long);

            /** NodeEvent timeMs. */
            timeMs: (number|Long);

            /** NodeEvent plan. */
            plan?: (sluice.v1.PlanRef.$Properties|null);

            /** NodeEvent agentStarted. */
            agentStarted?: (sluice.v1.AgentStarted.$Properties|null);

            /** NodeEvent agentStopped. */
            agentStopped?: (sluice.v1.AgentStopped.$Properties|null);

            /** NodeEvent healthChanged. */
            healthChanged?: (sluice.v1.HealthChanged.$Properties|null);

            /** NodeEvent vrrpTransition. */
            vrrpTransition?: (sluice.v1.VrrpTransition.$Properties|null);

            /** NodeEvent planApplied. */
            planApplied?: (sluice.v1.PlanApplied.$Properties|null);

            /** NodeEvent planRefused. */
            planRefused?: (sluice.v1.PlanRefused.$Properties|null);

            /** NodeEvent applyFailed. */
            applyFailed?: (sluice.v1.ApplyFailed.$Properties|null);

            /** NodeEvent adminStateSeen. */
            adminStateSeen?: (sluice.v1.AdminStateSeen.$Properties|null);

            /** NodeEvent addressesReleased. */
            addressesReleased?: (sluice.v1.AddressesReleased.$Properties|null);

            /** NodeEvent foreignFound. */
            foreignFound?: (sluice.v1.ForeignFound.$Properties|null);

            /** NodeEvent eventsLost. */
            eventsLost?: (sluice.v1.EventsLost.$Properties|null);

            /** NodeEvent storeAlarm. */
            storeAlarm?: (sluice.v1.StoreAlarm.$Properties|null);

            /** NodeEvent driftRepaired. */
            driftRepaired?: (sluice.v1.DriftRepaired.$Properties|null);

            /** NodeEvent ownershipChanged. */
            ownershipChanged?: (sluice.v1.OwnershipChanged.$Properties|null);

            /** NodeEvent body. */
            body?: ("agentStarted"|"agentStopped"|"healthChanged"|"vrrpTransition"|"planApplied"|"planRefused"|"applyFailed"|"adminStateSeen"|"addressesReleased"|"foreignFound"|"eventsLost"|"storeAlarm"|"driftRepaired"|"ownershipChanged");

            /**
             * Creates a new NodeEvent instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NodeEvent instance
             */
            static create(properties: sluice.v1.NodeEvent.$Shape): sluice.v1.NodeEvent & sluice.v1.NodeEvent.$Shape;
            static create(properties?: sluice.v1.NodeEvent.$Properties): sluice.v1.NodeEvent;

            /**
             * Encodes the specified NodeEvent message. Does not implicitly {@link sluice.v1.NodeEvent.verify|verify} messages.
             * @param message NodeEvent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.NodeEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeEvent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.NodeEvent & sluice.v1.NodeEvent.$Shape} NodeEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.NodeEvent & sluice.v1.NodeEvent.$Shape;

            /**
             * Verifies a NodeEvent message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a NodeEvent message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns NodeEvent
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.NodeEvent;

            /**
             * Creates a plain object from a NodeEvent message. Also converts values to other types if specified.
             * @param message NodeEvent
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.NodeEvent, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this NodeEvent to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace NodeEvent {

            /** Properties of a NodeEvent. */
            interface $Properties {

                /** NodeEvent cluster */
                cluster?: (string|null);

                /** NodeEvent node */
                node?: (string|null);

                /** NodeEvent bootId */
                bootId?: (string|null);

                /** NodeEvent seq */
                seq?: (number|Long|null);

                /** NodeEvent timeMs */
                timeMs?: (number|Long|null);

                /** NodeEvent plan */
                plan?: (sluice.v1.PlanRef.$Properties|null);

                /** NodeEvent agentStarted */
                agentStarted?: (sluice.v1.AgentStarted.$Properties|null);

                /** NodeEvent agentStopped */
                agentStopped?: (sluice.v1.AgentStopped.$Properties|null);

                /** NodeEvent healthChanged */
                healthChanged?: (sluice.v1.HealthChanged.$Properties|null);

                /** NodeEvent vrrpTransition */
                vrrpTransition?: (sluice.v1.VrrpTransition.$Properties|null);

                /** NodeEvent planApplied */
                planApplied?: (sluice.v1.PlanApplied.$Properties|null);

                /** NodeEvent planRefused */
                planRefused?: (sluice.v1.PlanRefused.$Properties|null);

                /** NodeEvent applyFailed */
                applyFailed?: (sluice.v1.ApplyFailed.$Properties|null);

                /** NodeEvent adminStateSeen */
                adminStateSeen?: (sluice.v1.AdminStateSeen.$Properties|null);

                /** NodeEvent addressesReleased */
                addressesReleased?: (sluice.v1.AddressesReleased.$Properties|null);

                /** NodeEvent foreignFound */
                foreignFound?: (sluice.v1.ForeignFound.$Properties|null);

                /** NodeEvent eventsLost */
                eventsLost?: (sluice.v1.EventsLost.$Properties|null);

                /** NodeEvent storeAlarm */
                storeAlarm?: (sluice.v1.StoreAlarm.$Properties|null);

                /** NodeEvent driftRepaired */
                driftRepaired?: (sluice.v1.DriftRepaired.$Properties|null);

                /** NodeEvent ownershipChanged */
                ownershipChanged?: (sluice.v1.OwnershipChanged.$Properties|null);

                /** NodeEvent body */
                body?: ("agentStarted"|"agentStopped"|"healthChanged"|"vrrpTransition"|"planApplied"|"planRefused"|"applyFailed"|"adminStateSeen"|"addressesReleased"|"foreignFound"|"eventsLost"|"storeAlarm"|"driftRepaired"|"ownershipChanged");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a NodeEvent. */
            type $Shape = {
              cluster?: string|null;
              node?: string|null;
              bootId?: string|null;
              seq?: number|Long|null;
              timeMs?: number|Long|null;
              plan?: sluice.v1.PlanRef.$Shape|null;
              agentStarted?: sluice.v1.AgentStarted.$Shape|null;
              agentStopped?: sluice.v1.AgentStopped.$Shape|null;
              healthChanged?: sluice.v1.HealthChanged.$Shape|null;
              vrrpTransition?: sluice.v1.VrrpTransition.$Shape|null;
              planApplied?: sluice.v1.PlanApplied.$Shape|null;
              planRefused?: sluice.v1.PlanRefused.$Shape|null;
              applyFailed?: sluice.v1.ApplyFailed.$Shape|null;
              adminStateSeen?: sluice.v1.AdminStateSeen.$Shape|null;
              addressesReleased?: sluice.v1.AddressesReleased.$Shape|null;
              foreignFound?: sluice.v1.ForeignFound.$Shape|null;
              eventsLost?: sluice.v1.EventsLost.$Shape|null;
              storeAlarm?: sluice.v1.StoreAlarm.$Shape|null;
              driftRepaired?: sluice.v1.DriftRepaired.$Shape|null;
              ownershipChanged?: sluice.v1.OwnershipChanged.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; agentStarted?: null; agentStopped?: null; healthChanged?: null; vrrpTransition?: null; planApplied?: null; planRefused?: null; applyFailed?: null; adminStateSeen?: null; addressesReleased?: null; foreignFound?: null; eventsLost?: null; storeAlarm?: null; driftRepaired?: null; ownershipChanged?: null }|{ body?: "agentStarted"; agentStarted: sluice.v1.AgentStarted.$Shape; agentStopped?: null; healthChanged?: null; vrrpTransition?: null; planApplied?: null; planRefused?: null; applyFailed?: null; adminStateSeen?: null; addressesReleased?: null; foreignFound?: null; eventsLost?: null; storeAlarm?: null; driftRepaired?: null; ownershipChanged?: null }|{ body?: "agentStopped"; agentStarted?: null; agentStopped: sluice.v1.AgentStopped.$Shape; healthChanged?: null; vrrpTransition?: null; planApplied?: null; planRefused?: null; applyFailed?: null; adminStateSeen?: null; addressesReleased?: null; foreignFound?: null; eventsLost?: null; storeAlarm?: null; driftRepaired?: null; ownershipChanged?: null }|{ body?: "healthChanged"; agentStarted?: null; agentStopped?: null; healthChanged: sluice.v1.HealthChanged.$Shape; vrrpTransition?: null; planApplied?: null; planRefused?: null; applyFailed?: null; adminStateSeen?: null; addressesReleased?: null; foreignFound?: null; eventsLost?: null; storeAlarm?: null; driftRepaired?: null; ownershipChanged?: null }|{ body?: "vrrpTransition"; agentStarted?: null; agentStopped?: null; healthChanged?: null; vrrpTransition: sluice.v1.VrrpTransition.$Shape; planApplied?: null; planRefused?: null; applyFailed?: null; adminStateSeen?: null; addressesReleased?: null; foreignFound?: null; eventsLost?: null; storeAlarm?: null; driftRepaired?: null; ownershipChanged?: null }|{ body?: "planApplied"; agentStarted?: null; agentStopped?: null; healthChanged?: null; vrrpTransition?: null; planApplied: sluice.v1.PlanApplied.$Shape; planRefused?: null; applyFailed?: null; adminStateSeen?: null; addressesReleased?: null; foreignFound?: null; eventsLost?: null; storeAlarm?: null; driftRepaired?: null; ownershipChanged?: null }|{ body?: "planRefused"; agentStarted?: null; agentStopped?: null; healthChanged?: null; vrrpTransition?: null; planApplied?: null; planRefused: sluice.v1.PlanRefused.$Shape; applyFailed?: null; adminStateSeen?: null; addressesReleased?: null; foreignFound?: null; eventsLost?: null; storeAlarm?: null; driftRepaired?: null; ownershipChanged?: null }|{ body?: "applyFailed"; agentStarted?: null; agentStopped?: null; healthChanged?: null; vrrpTransition?: null; planApplied?: null; planRefused?: null; applyFailed: sluice.v1.ApplyFailed.$Shape; adminStateSeen?: null; addressesReleased?: null; foreignFound?: null; eventsLost?: null; storeAlarm?: null; driftRepaired?: null; ownershipChanged?: null }|{ body?: "adminStateSeen"; agentStarted?: null; agentStopped?: null; healthChanged?: null; vrrpTransition?: null; planApplied?: null; planRefused?: null; applyFailed?: null; adminStateSeen: sluice.v1.AdminStateSeen.$Shape; addressesReleased?: null; foreignFound?: null; eventsLost?: null; storeAlarm?: null; driftRepaired?: null; ownershipChanged?: null }|{ body?: "addressesReleased"; agentStarted?: null; agentStopped?: null; healthChanged?: null; vrrpTransition?: null; planApplied?: null; planRefused?: null; applyFailed?: null; adminStateSeen?: null; addressesReleased: sluice.v1.AddressesReleased.$Shape; foreignFound?: null; eventsLost?: null; storeAlarm?: null; driftRepaired?: null; ownershipChanged?: null }|{ body?: "foreignFound"; agentStarted?: null; agentStopped?: null; healthChanged?: null; vrrpTransition?: null; planApplied?: null; planRefused?: null; applyFailed?: null; adminStateSeen?: null; addressesReleased?: null; foreignFound: sluice.v1.ForeignFound.$Shape; eventsLost?: null; storeAlarm?: null; driftRepaired?: null; ownershipChanged?: null }|{ body?: "eventsLost"; agentStarted?: null; agentStopped?: null; healthChanged?: null; vrrpTransition?: null; planApplied?: null; planRefused?: null; applyFailed?: null; adminStateSeen?: null; addressesReleased?: null; foreignFound?: null; eventsLost: sluice.v1.EventsLost.$Shape; storeAlarm?: null; driftRepaired?: null; ownershipChanged?: null }|{ body?: "storeAlarm"; agentStarted?: null; agentStopped?: null; healthChanged?: null; vrrpTransition?: null; planApplied?: null; planRefused?: null; applyFailed?: null; adminStateSeen?: null; addressesReleased?: null; foreignFound?: null; eventsLost?: null; storeAlarm: sluice.v1.StoreAlarm.$Shape; driftRepaired?: null; ownershipChanged?: null }|{ body?: "driftRepaired"; agentStarted?: null; agentStopped?: null; healthChanged?: null; vrrpTransition?: null; planApplied?: null; planRefused?: null; applyFailed?: null; adminStateSeen?: null; addressesReleased?: null; foreignFound?: null; eventsLost?: null; storeAlarm?: null; driftRepaired: sluice.v1.DriftRepaired.$Shape; ownershipChanged?: null }|{ body?: "ownershipChanged"; agentStarted?: null; agentStopped?: null; healthChanged?: null; vrrpTransition?: null; planApplied?: null; planRefused?: null; applyFailed?: null; adminStateSeen?: null; addressesReleased?: null; foreignFound?: null; eventsLost?: null; storeAlarm?: null; driftRepaired?: null; ownershipChanged: sluice.v1.OwnershipChanged.$Shape })
            );
        }

        /**
         * Properties of an AgentStarted.
         * @deprecated Use sluice.v1.AgentStarted.$Properties instead.
         */
        interface IAgentStarted extends sluice.v1.AgentStarted.$Properties {
        }

        /** Represents an AgentStarted. */
        class AgentStarted {

            /**
             * Constructs a new AgentStarted.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.AgentStarted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AgentStarted agentVersion. */
            agentVersion: string;

            /** AgentStarted kernelVersion. */
            kernelVersion: string;

            /** AgentStarted firstOfBoot. */
            firstOfBoot: boolean;

            /**
             * Creates a new AgentStarted instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AgentStarted instance
             */
            static create(properties: sluice.v1.AgentStarted.$Shape): sluice.v1.AgentStarted & sluice.v1.AgentStarted.$Shape;
            static create(properties?: sluice.v1.AgentStarted.$Properties): sluice.v1.AgentStarted;

            /**
             * Encodes the specified AgentStarted message. Does not implicitly {@link sluice.v1.AgentStarted.verify|verify} messages.
             * @param message AgentStarted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.AgentStarted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AgentStarted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.AgentStarted & sluice.v1.AgentStarted.$Shape} AgentStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.AgentStarted & sluice.v1.AgentStarted.$Shape;

            /**
             * Verifies an AgentStarted message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an AgentStarted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns AgentStarted
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.AgentStarted;

            /**
             * Creates a plain object from an AgentStarted message. Also converts values to other types if specified.
             * @param message AgentStarted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.AgentStarted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this AgentStarted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace AgentStarted {

            /** Properties of an AgentStarted. */
            interface $Properties {

                /** AgentStarted agentVersion */
                agentVersion?: (string|null);

                /** AgentStarted kernelVersion */
                kernelVersion?: (string|null);

                /** AgentStarted firstOfBoot */
                firstOfBoot?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AgentStarted. */
            type $Shape = sluice.v1.AgentStarted.$Properties;
        }

        /**
         * Properties of an AgentStopped.
         * @deprecated Use sluice.v1.AgentStopped.$Properties instead.
         */
        interface IAgentStopped extends sluice.v1.AgentStopped.$Properties {
        }

        /** Represents an AgentStopped. */
        class AgentStopped {

            /**
             * Constructs a new AgentStopped.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.AgentStopped.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new AgentStopped instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AgentStopped instance
             */
            static create(properties: sluice.v1.AgentStopped.$Shape): sluice.v1.AgentStopped & sluice.v1.AgentStopped.$Shape;
            static create(properties?: sluice.v1.AgentStopped.$Properties): sluice.v1.AgentStopped;

            /**
             * Encodes the specified AgentStopped message. Does not implicitly {@link sluice.v1.AgentStopped.verify|verify} messages.
             * @param message AgentStopped message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.AgentStopped.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AgentStopped message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.AgentStopped & sluice.v1.AgentStopped.$Shape} AgentStopped
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.AgentStopped & sluice.v1.AgentStopped.$Shape;

            /**
             * Verifies an AgentStopped message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an AgentStopped message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns AgentStopped
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.AgentStopped;

            /**
             * Creates a plain object from an AgentStopped message. Also converts values to other types if specified.
             * @param message AgentStopped
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.AgentStopped, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this AgentStopped to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace AgentStopped {

            /** Properties of an AgentStopped. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AgentStopped. */
            type $Shape = sluice.v1.AgentStopped.$Properties;
        }

        /**
         * Properties of a HealthChanged.
         * @deprecated Use sluice.v1.HealthChanged.$Properties instead.
         */
        interface IHealthChanged extends sluice.v1.HealthChanged.$Properties {
        }

        /** Represents a HealthChanged. */
        class HealthChanged {

            /**
             * Constructs a new HealthChanged.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.HealthChanged.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HealthChanged service. */
            service: string;

            /** HealthChanged name. */
            name: string;

            /** HealthChanged realServer. */
            realServer: string;

            /** HealthChanged from. */
            from: string;

            /** HealthChanged to. */
            to: string;

            /** HealthChanged reason. */
            reason: string;

            /**
             * Creates a new HealthChanged instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HealthChanged instance
             */
            static create(properties: sluice.v1.HealthChanged.$Shape): sluice.v1.HealthChanged & sluice.v1.HealthChanged.$Shape;
            static create(properties?: sluice.v1.HealthChanged.$Properties): sluice.v1.HealthChanged;

            /**
             * Encodes the specified HealthChanged message. Does not implicitly {@link sluice.v1.HealthChanged.verify|verify} messages.
             * @param message HealthChanged message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.HealthChanged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HealthChanged message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.HealthChanged & sluice.v1.HealthChanged.$Shape} HealthChanged
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.HealthChanged & sluice.v1.HealthChanged.$Shape;

            /**
             * Verifies a HealthChanged message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a HealthChanged message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns HealthChanged
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.HealthChanged;

            /**
             * Creates a plain object from a HealthChanged message. Also converts values to other types if specified.
             * @param message HealthChanged
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.HealthChanged, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this HealthChanged to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace HealthChanged {

            /** Properties of a HealthChanged. */
            interface $Properties {

                /** HealthChanged service */
                service?: (string|null);

                /** HealthChanged name */
                name?: (string|null);

                /** HealthChanged realServer */
                realServer?: (string|null);

                /** HealthChanged from */
                from?: (string|null);

                /** HealthChanged to */
                to?: (string|null);

                /** HealthChanged reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HealthChanged. */
            type $Shape = sluice.v1.HealthChanged.$Properties;
        }

        /**
         * Properties of a VrrpTransition.
         * @deprecated Use sluice.v1.VrrpTransition.$Properties instead.
         */
        interface IVrrpTransition extends sluice.v1.VrrpTransition.$Properties {
        }

        /** Represents a VrrpTransition. */
        class VrrpTransition {

            /**
             * Constructs a new VrrpTransition.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.VrrpTransition.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VrrpTransition instance. */
            instance: string;

            /** VrrpTransition from. */
            from: string;

            /** VrrpTransition to. */
            to: string;

            /** VrrpTransition priority. */
            priority: number;

            /**
             * Creates a new VrrpTransition instance using the specified properties.
             * @param [properties] Properties to set
             * @returns VrrpTransition instance
             */
            static create(properties: sluice.v1.VrrpTransition.$Shape): sluice.v1.VrrpTransition & sluice.v1.VrrpTransition.$Shape;
            static create(properties?: sluice.v1.VrrpTransition.$Properties): sluice.v1.VrrpTransition;

            /**
             * Encodes the specified VrrpTransition message. Does not implicitly {@link sluice.v1.VrrpTransition.verify|verify} messages.
             * @param message VrrpTransition message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.VrrpTransition.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VrrpTransition message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.VrrpTransition & sluice.v1.VrrpTransition.$Shape} VrrpTransition
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.VrrpTransition & sluice.v1.VrrpTransition.$Shape;

            /**
             * Verifies a VrrpTransition message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a VrrpTransition message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns VrrpTransition
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.VrrpTransition;

            /**
             * Creates a plain object from a VrrpTransition message. Also converts values to other types if specified.
             * @param message VrrpTransition
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.VrrpTransition, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this VrrpTransition to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace VrrpTransition {

            /** Properties of a VrrpTransition. */
            interface $Properties {

                /** VrrpTransition instance */
                instance?: (string|null);

                /** VrrpTransition from */
                from?: (string|null);

                /** VrrpTransition to */
                to?: (string|null);

                /** VrrpTransition priority */
                priority?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VrrpTransition. */
            type $Shape = sluice.v1.VrrpTransition.$Properties;
        }

        /**
         * Properties of a PlanApplied.
         * @deprecated Use sluice.v1.PlanApplied.$Properties instead.
         */
        interface IPlanApplied extends sluice.v1.PlanApplied.$Properties {
        }

        /** Represents a PlanApplied. */
        class PlanApplied {

            /**
             * Constructs a new PlanApplied.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.PlanApplied.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PlanApplied ops. */
            ops: number;

            /** PlanApplied durationMs. */
            durationMs: number;

            /**
             * Creates a new PlanApplied instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PlanApplied instance
             */
            static create(properties: sluice.v1.PlanApplied.$Shape): sluice.v1.PlanApplied & sluice.v1.PlanApplied.$Shape;
            static create(properties?: sluice.v1.PlanApplied.$Properties): sluice.v1.PlanApplied;

            /**
             * Encodes the specified PlanApplied message. Does not implicitly {@link sluice.v1.PlanApplied.verify|verify} messages.
             * @param message PlanApplied message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.PlanApplied.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlanApplied message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.PlanApplied & sluice.v1.PlanApplied.$Shape} PlanApplied
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.PlanApplied & sluice.v1.PlanApplied.$Shape;

            /**
             * Verifies a PlanApplied message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a PlanApplied message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PlanApplied
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.PlanApplied;

            /**
             * Creates a plain object from a PlanApplied message. Also converts values to other types if specified.
             * @param message PlanApplied
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.PlanApplied, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PlanApplied to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PlanApplied {

            /** Properties of a PlanApplied. */
            interface $Properties {

                /** PlanApplied ops */
                ops?: (number|null);

                /** PlanApplied durationMs */
                durationMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PlanApplied. */
            type $Shape = sluice.v1.PlanApplied.$Properties;
        }

        /**
         * Properties of a PlanRefused.
         * @deprecated Use sluice.v1.PlanRefused.$Properties instead.
         */
        interface IPlanRefused extends sluice.v1.PlanRefused.$Properties {
        }

        /** Represents a PlanRefused. */
        class PlanRefused {

            /**
             * Constructs a new PlanRefused.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.PlanRefused.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PlanRefused code. */
            code: string;

            /** PlanRefused message. */
            message: string;

            /**
             * Creates a new PlanRefused instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PlanRefused instance
             */
            static create(properties: sluice.v1.PlanRefused.$Shape): sluice.v1.PlanRefused & sluice.v1.PlanRefused.$Shape;
            static create(properties?: sluice.v1.PlanRefused.$Properties): sluice.v1.PlanRefused;

            /**
             * Encodes the specified PlanRefused message. Does not implicitly {@link sluice.v1.PlanRefused.verify|verify} messages.
             * @param message PlanRefused message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.PlanRefused.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlanRefused message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.PlanRefused & sluice.v1.PlanRefused.$Shape} PlanRefused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.PlanRefused & sluice.v1.PlanRefused.$Shape;

            /**
             * Verifies a PlanRefused message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a PlanRefused message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PlanRefused
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.PlanRefused;

            /**
             * Creates a plain object from a PlanRefused message. Also converts values to other types if specified.
             * @param message PlanRefused
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.PlanRefused, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PlanRefused to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PlanRefused {

            /** Properties of a PlanRefused. */
            interface $Properties {

                /** PlanRefused code */
                code?: (string|null);

                /** PlanRefused message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PlanRefused. */
            type $Shape = sluice.v1.PlanRefused.$Properties;
        }

        /**
         * Properties of an ApplyFailed.
         * @deprecated Use sluice.v1.ApplyFailed.$Properties instead.
         */
        interface IApplyFailed extends sluice.v1.ApplyFailed.$Properties {
        }

        /** Represents an ApplyFailed. */
        class ApplyFailed {

            /**
             * Constructs a new ApplyFailed.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ApplyFailed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ApplyFailed code. */
            code: string;

            /** ApplyFailed message. */
            message: string;

            /**
             * Creates a new ApplyFailed instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ApplyFailed instance
             */
            static create(properties: sluice.v1.ApplyFailed.$Shape): sluice.v1.ApplyFailed & sluice.v1.ApplyFailed.$Shape;
            static create(properties?: sluice.v1.ApplyFailed.$Properties): sluice.v1.ApplyFailed;

            /**
             * Encodes the specified ApplyFailed message. Does not implicitly {@link sluice.v1.ApplyFailed.verify|verify} messages.
             * @param message ApplyFailed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ApplyFailed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ApplyFailed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ApplyFailed & sluice.v1.ApplyFailed.$Shape} ApplyFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ApplyFailed & sluice.v1.ApplyFailed.$Shape;

            /**
             * Verifies an ApplyFailed message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an ApplyFailed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ApplyFailed
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ApplyFailed;

            /**
             * Creates a plain object from an ApplyFailed message. Also converts values to other types if specified.
             * @param message ApplyFailed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ApplyFailed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ApplyFailed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ApplyFailed {

            /** Properties of an ApplyFailed. */
            interface $Properties {

                /** ApplyFailed code */
                code?: (string|null);

                /** ApplyFailed message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ApplyFailed. */
            type $Shape = sluice.v1.ApplyFailed.$Properties;
        }

        /**
         * Properties of an AdminStateSeen.
         * @deprecated Use sluice.v1.AdminStateSeen.$Properties instead.
         */
        interface IAdminStateSeen extends sluice.v1.AdminStateSeen.$Properties {
        }

        /** Represents an AdminStateSeen. */
        class AdminStateSeen {

            /**
             * Constructs a new AdminStateSeen.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.AdminStateSeen.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AdminStateSeen from. */
            from: string;

            /** AdminStateSeen to. */
            to: string;

            /**
             * Creates a new AdminStateSeen instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AdminStateSeen instance
             */
            static create(properties: sluice.v1.AdminStateSeen.$Shape): sluice.v1.AdminStateSeen & sluice.v1.AdminStateSeen.$Shape;
            static create(properties?: sluice.v1.AdminStateSeen.$Properties): sluice.v1.AdminStateSeen;

            /**
             * Encodes the specified AdminStateSeen message. Does not implicitly {@link sluice.v1.AdminStateSeen.verify|verify} messages.
             * @param message AdminStateSeen message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.AdminStateSeen.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AdminStateSeen message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.AdminStateSeen & sluice.v1.AdminStateSeen.$Shape} AdminStateSeen
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.AdminStateSeen & sluice.v1.AdminStateSeen.$Shape;

            /**
             * Verifies an AdminStateSeen message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an AdminStateSeen message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns AdminStateSeen
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.AdminStateSeen;

            /**
             * Creates a plain object from an AdminStateSeen message. Also converts values to other types if specified.
             * @param message AdminStateSeen
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.AdminStateSeen, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this AdminStateSeen to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace AdminStateSeen {

            /** Properties of an AdminStateSeen. */
            interface $Properties {

                /** AdminStateSeen from */
                from?: (string|null);

                /** AdminStateSeen to */
                to?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AdminStateSeen. */
            type $Shape = sluice.v1.AdminStateSeen.$Properties;
        }

        /**
         * Properties of an AddressesReleased.
         * @deprecated Use sluice.v1.AddressesReleased.$Properties instead.
         */
        interface IAddressesReleased extends sluice.v1.AddressesReleased.$Properties {
        }

        /** Represents an AddressesReleased. */
        class AddressesReleased {

            /**
             * Constructs a new AddressesReleased.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.AddressesReleased.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AddressesReleased addresses. */
            addresses: string[];

            /** AddressesReleased reason. */
            reason: string;

            /**
             * Creates a new AddressesReleased instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AddressesReleased instance
             */
            static create(properties: sluice.v1.AddressesReleased.$Shape): sluice.v1.AddressesReleased & sluice.v1.AddressesReleased.$Shape;
            static create(properties?: sluice.v1.AddressesReleased.$Properties): sluice.v1.AddressesReleased;

            /**
             * Encodes the specified AddressesReleased message. Does not implicitly {@link sluice.v1.AddressesReleased.verify|verify} messages.
             * @param message AddressesReleased message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.AddressesReleased.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AddressesReleased message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.AddressesReleased & sluice.v1.AddressesReleased.$Shape} AddressesReleased
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.AddressesReleased & sluice.v1.AddressesReleased.$Shape;

            /**
             * Verifies an AddressesReleased message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an AddressesReleased message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns AddressesReleased
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.AddressesReleased;

            /**
             * Creates a plain object from an AddressesReleased message. Also converts values to other types if specified.
             * @param message AddressesReleased
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.AddressesReleased, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this AddressesReleased to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace AddressesReleased {

            /** Properties of an AddressesReleased. */
            interface $Properties {

                /** AddressesReleased addresses */
                addresses?: (string[]|null);

                /** AddressesReleased reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AddressesReleased. */
            type $Shape = sluice.v1.AddressesReleased.$Properties;
        }

        /**
         * Properties of a ForeignFound.
         * @deprecated Use sluice.v1.ForeignFound.$Properties instead.
         */
        interface IForeignFound extends sluice.v1.ForeignFound.$Properties {
        }

        /** Represents a ForeignFound. */
        class ForeignFound {

            /**
             * Constructs a new ForeignFound.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ForeignFound.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ForeignFound where. */
            where: string;

            /** ForeignFound what. */
            what: string;

            /**
             * Creates a new ForeignFound instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ForeignFound instance
             */
            static create(properties: sluice.v1.ForeignFound.$Shape): sluice.v1.ForeignFound & sluice.v1.ForeignFound.$Shape;
            static create(properties?: sluice.v1.ForeignFound.$Properties): sluice.v1.ForeignFound;

            /**
             * Encodes the specified ForeignFound message. Does not implicitly {@link sluice.v1.ForeignFound.verify|verify} messages.
             * @param message ForeignFound message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ForeignFound.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ForeignFound message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ForeignFound & sluice.v1.ForeignFound.$Shape} ForeignFound
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ForeignFound & sluice.v1.ForeignFound.$Shape;

            /**
             * Verifies a ForeignFound message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ForeignFound message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ForeignFound
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ForeignFound;

            /**
             * Creates a plain object from a ForeignFound message. Also converts values to other types if specified.
             * @param message ForeignFound
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ForeignFound, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ForeignFound to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ForeignFound {

            /** Properties of a ForeignFound. */
            interface $Properties {

                /** ForeignFound where */
                where?: (string|null);

                /** ForeignFound what */
                what?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ForeignFound. */
            type $Shape = sluice.v1.ForeignFound.$Properties;
        }

        /**
         * Properties of an EventsLost.
         * @deprecated Use sluice.v1.EventsLost.$Properties instead.
         */
        interface IEventsLost extends sluice.v1.EventsLost.$Properties {
        }

        /** Represents an EventsLost. */
        class EventsLost {

            /**
             * Constructs a new EventsLost.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.EventsLost.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EventsLost count. */
            count: (number|Long);

            /** EventsLost reason. */
            reason: string;

            /**
             * Creates a new EventsLost instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EventsLost instance
             */
            static create(properties: sluice.v1.EventsLost.$Shape): sluice.v1.EventsLost & sluice.v1.EventsLost.$Shape;
            static create(properties?: sluice.v1.EventsLost.$Properties): sluice.v1.EventsLost;

            /**
             * Encodes the specified EventsLost message. Does not implicitly {@link sluice.v1.EventsLost.verify|verify} messages.
             * @param message EventsLost message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.EventsLost.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EventsLost message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.EventsLost & sluice.v1.EventsLost.$Shape} EventsLost
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.EventsLost & sluice.v1.EventsLost.$Shape;

            /**
             * Verifies an EventsLost message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an EventsLost message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EventsLost
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.EventsLost;

            /**
             * Creates a plain object from an EventsLost message. Also converts values to other types if specified.
             * @param message EventsLost
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.EventsLost, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EventsLost to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EventsLost {

            /** Properties of an EventsLost. */
            interface $Properties {

                /** EventsLost count */
                count?: (number|Long|null);

                /** EventsLost reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EventsLost. */
            type $Shape = sluice.v1.EventsLost.$Properties;
        }

        /**
         * Properties of a StoreAlarm.
         * @deprecated Use sluice.v1.StoreAlarm.$Properties instead.
         */
        interface IStoreAlarm extends sluice.v1.StoreAlarm.$Properties {
        }

        /** Represents a StoreAlarm. */
        class StoreAlarm {

            /**
             * Constructs a new StoreAlarm.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.StoreAlarm.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StoreAlarm kind. */
            kind: string;

            /** StoreAlarm isRaised. */
            isRaised: boolean;

            /** StoreAlarm message. */
            message: string;

            /**
             * Creates a new StoreAlarm instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StoreAlarm instance
             */
            static create(properties: sluice.v1.StoreAlarm.$Shape): sluice.v1.StoreAlarm & sluice.v1.StoreAlarm.$Shape;
            static create(properties?: sluice.v1.StoreAlarm.$Properties): sluice.v1.StoreAlarm;

            /**
             * Encodes the specified StoreAlarm message. Does not implicitly {@link sluice.v1.StoreAlarm.verify|verify} messages.
             * @param message StoreAlarm message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.StoreAlarm.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StoreAlarm message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.StoreAlarm & sluice.v1.StoreAlarm.$Shape} StoreAlarm
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.StoreAlarm & sluice.v1.StoreAlarm.$Shape;

            /**
             * Verifies a StoreAlarm message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a StoreAlarm message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns StoreAlarm
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.StoreAlarm;

            /**
             * Creates a plain object from a StoreAlarm message. Also converts values to other types if specified.
             * @param message StoreAlarm
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.StoreAlarm, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this StoreAlarm to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace StoreAlarm {

            /** Properties of a StoreAlarm. */
            interface $Properties {

                /** StoreAlarm kind */
                kind?: (string|null);

                /** StoreAlarm isRaised */
                isRaised?: (boolean|null);

                /** StoreAlarm message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StoreAlarm. */
            type $Shape = sluice.v1.StoreAlarm.$Properties;
        }

        /**
         * Properties of a DriftRepaired.
         * @deprecated Use sluice.v1.DriftRepaired.$Properties instead.
         */
        interface IDriftRepaired extends sluice.v1.DriftRepaired.$Properties {
        }

        /** Represents a DriftRepaired. */
        class DriftRepaired {

            /**
             * Constructs a new DriftRepaired.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.DriftRepaired.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DriftRepaired repairs. */
            repairs: string[];

            /** DriftRepaired total. */
            total: number;

            /**
             * Creates a new DriftRepaired instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DriftRepaired instance
             */
            static create(properties: sluice.v1.DriftRepaired.$Shape): sluice.v1.DriftRepaired & sluice.v1.DriftRepaired.$Shape;
            static create(properties?: sluice.v1.DriftRepaired.$Properties): sluice.v1.DriftRepaired;

            /**
             * Encodes the specified DriftRepaired message. Does not implicitly {@link sluice.v1.DriftRepaired.verify|verify} messages.
             * @param message DriftRepaired message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.DriftRepaired.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DriftRepaired message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.DriftRepaired & sluice.v1.DriftRepaired.$Shape} DriftRepaired
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.DriftRepaired & sluice.v1.DriftRepaired.$Shape;

            /**
             * Verifies a DriftRepaired message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a DriftRepaired message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DriftRepaired
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.DriftRepaired;

            /**
             * Creates a plain object from a DriftRepaired message. Also converts values to other types if specified.
             * @param message DriftRepaired
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.DriftRepaired, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DriftRepaired to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace DriftRepaired {

            /** Properties of a DriftRepaired. */
            interface $Properties {

                /** DriftRepaired repairs */
                repairs?: (string[]|null);

                /** DriftRepaired total */
                total?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DriftRepaired. */
            type $Shape = sluice.v1.DriftRepaired.$Properties;
        }

        /**
         * Properties of an OwnershipChanged.
         * @deprecated Use sluice.v1.OwnershipChanged.$Properties instead.
         */
        interface IOwnershipChanged extends sluice.v1.OwnershipChanged.$Properties {
        }

        /** Represents an OwnershipChanged. */
        class OwnershipChanged {

            /**
             * Constructs a new OwnershipChanged.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.OwnershipChanged.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OwnershipChanged change. */
            change: string;

            /** OwnershipChanged services. */
            services: number;

            /** OwnershipChanged rules. */
            rules: number;

            /** OwnershipChanged actor. */
            actor: string;

            /** OwnershipChanged reason. */
            reason: string;

            /**
             * Creates a new OwnershipChanged instance using the specified properties.
             * @param [properties] Properties to set
             * @returns OwnershipChanged instance
             */
            static create(properties: sluice.v1.OwnershipChanged.$Shape): sluice.v1.OwnershipChanged & sluice.v1.OwnershipChanged.$Shape;
            static create(properties?: sluice.v1.OwnershipChanged.$Properties): sluice.v1.OwnershipChanged;

            /**
             * Encodes the specified OwnershipChanged message. Does not implicitly {@link sluice.v1.OwnershipChanged.verify|verify} messages.
             * @param message OwnershipChanged message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.OwnershipChanged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OwnershipChanged message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.OwnershipChanged & sluice.v1.OwnershipChanged.$Shape} OwnershipChanged
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.OwnershipChanged & sluice.v1.OwnershipChanged.$Shape;

            /**
             * Verifies an OwnershipChanged message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an OwnershipChanged message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns OwnershipChanged
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.OwnershipChanged;

            /**
             * Creates a plain object from an OwnershipChanged message. Also converts values to other types if specified.
             * @param message OwnershipChanged
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.OwnershipChanged, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this OwnershipChanged to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace OwnershipChanged {

            /** Properties of an OwnershipChanged. */
            interface $Properties {

                /** OwnershipChanged change */
                change?: (string|null);

                /** OwnershipChanged services */
                services?: (number|null);

                /** OwnershipChanged rules */
                rules?: (number|null);

                /** OwnershipChanged actor */
                actor?: (string|null);

                /** OwnershipChanged reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OwnershipChanged. */
            type $Shape = sluice.v1.OwnershipChanged.$Properties;
        }

        /**
         * Properties of a CommandError.
         * @deprecated Use sluice.v1.CommandError.$Properties instead.
         */
        interface ICommandError extends sluice.v1.CommandError.$Properties {
        }

        /** Represents a CommandError. */
        class CommandError {

            /**
             * Constructs a new CommandError.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.CommandError.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CommandError code. */
            code: string;

            /** CommandError message. */
            message: string;

            /** CommandError hint. */
            hint: string;

            /**
             * Creates a new CommandError instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CommandError instance
             */
            static create(properties: sluice.v1.CommandError.$Shape): sluice.v1.CommandError & sluice.v1.CommandError.$Shape;
            static create(properties?: sluice.v1.CommandError.$Properties): sluice.v1.CommandError;

            /**
             * Encodes the specified CommandError message. Does not implicitly {@link sluice.v1.CommandError.verify|verify} messages.
             * @param message CommandError message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.CommandError.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommandError message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.CommandError & sluice.v1.CommandError.$Shape} CommandError
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.CommandError & sluice.v1.CommandError.$Shape;

            /**
             * Verifies a CommandError message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a CommandError message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CommandError
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.CommandError;

            /**
             * Creates a plain object from a CommandError message. Also converts values to other types if specified.
             * @param message CommandError
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.CommandError, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CommandError to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace CommandError {

            /** Properties of a CommandError. */
            interface $Properties {

                /** CommandError code */
                code?: (string|null);

                /** CommandError message */
                message?: (string|null);

                /** CommandError hint */
                hint?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CommandError. */
            type $Shape = sluice.v1.CommandError.$Properties;
        }

        /**
         * Properties of an Empty.
         * @deprecated Use sluice.v1.Empty.$Properties instead.
         */
        interface IEmpty extends sluice.v1.Empty.$Properties {
        }

        /** Represents an Empty. */
        class Empty {

            /**
             * Constructs a new Empty.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Empty.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new Empty instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Empty instance
             */
            static create(properties: sluice.v1.Empty.$Shape): sluice.v1.Empty & sluice.v1.Empty.$Shape;
            static create(properties?: sluice.v1.Empty.$Properties): sluice.v1.Empty;

            /**
             * Encodes the specified Empty message. Does not implicitly {@link sluice.v1.Empty.verify|verify} messages.
             * @param message Empty message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Empty.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Empty message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Empty & sluice.v1.Empty.$Shape} Empty
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Empty & sluice.v1.Empty.$Shape;

            /**
             * Verifies an Empty message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an Empty message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Empty
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Empty;

            /**
             * Creates a plain object from an Empty message. Also converts values to other types if specified.
             * @param message Empty
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Empty, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Empty to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Empty {

            /** Properties of an Empty. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Empty. */
            type $Shape = sluice.v1.Empty.$Properties;
        }

        /**
         * Properties of a Connection.
         * @deprecated Use sluice.v1.Connection.$Properties instead.
         */
        interface IConnection extends sluice.v1.Connection.$Properties {
        }

        /** Represents a Connection. */
        class Connection {

            /**
             * Constructs a new Connection.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Connection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Connection protocol. */
            protocol: string;

            /** Connection client. */
            client?: (sluice.v1.Endpoint.$Properties|null);

            /** Connection vip. */
            vip?: (sluice.v1.Endpoint.$Properties|null);

            /** Connection local. */
            local?: (sluice.v1.Endpoint.$Properties|null);

            /** Connection realServer. */
            realServer?: (sluice.v1.Endpoint.$Properties|null);

            /** Connection state. */
            state: string;

            /** Connection timeoutS. */
            timeoutS: number;

            /** Connection packets. */
            packets: (number|Long);

            /** Connection bytes. */
            bytes: (number|Long);

            /** Connection zone. */
            zone?: (string|null);

            /**
             * Creates a new Connection instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Connection instance
             */
            static create(properties: sluice.v1.Connection.$Shape): sluice.v1.Connection & sluice.v1.Connection.$Shape;
            static create(properties?: sluice.v1.Connection.$Properties): sluice.v1.Connection;

            /**
             * Encodes the specified Connection message. Does not implicitly {@link sluice.v1.Connection.verify|verify} messages.
             * @param message Connection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Connection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Connection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Connection & sluice.v1.Connection.$Shape} Connection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Connection & sluice.v1.Connection.$Shape;

            /**
             * Verifies a Connection message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Connection message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Connection
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Connection;

            /**
             * Creates a plain object from a Connection message. Also converts values to other types if specified.
             * @param message Connection
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Connection, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Connection to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Connection {

            /** Properties of a Connection. */
            interface $Properties {

                /** Connection protocol */
                protocol?: (string|null);

                /** Connection client */
                client?: (sluice.v1.Endpoint.$Properties|null);

                /** Connection vip */
                vip?: (sluice.v1.Endpoint.$Properties|null);

                /** Connection local */
                local?: (sluice.v1.Endpoint.$Properties|null);

                /** Connection realServer */
                realServer?: (sluice.v1.Endpoint.$Properties|null);

                /** Connection state */
                state?: (string|null);

                /** Connection timeoutS */
                timeoutS?: (number|null);

                /** Connection packets */
                packets?: (number|Long|null);

                /** Connection bytes */
                bytes?: (number|Long|null);

                /** Connection zone */
                zone?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Connection. */
            type $Shape = sluice.v1.Connection.$Properties;
        }

        /**
         * Properties of a ConnectionFilter.
         * @deprecated Use sluice.v1.ConnectionFilter.$Properties instead.
         */
        interface IConnectionFilter extends sluice.v1.ConnectionFilter.$Properties {
        }

        /** Represents a ConnectionFilter. */
        class ConnectionFilter {

            /**
             * Constructs a new ConnectionFilter.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ConnectionFilter.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConnectionFilter client. */
            client?: (string|null);

            /** ConnectionFilter vip. */
            vip?: (string|null);

            /** ConnectionFilter realServer. */
            realServer?: (string|null);

            /** ConnectionFilter protocol. */
            protocol?: (string|null);

            /** ConnectionFilter limit. */
            limit?: (number|null);

            /** ConnectionFilter local. */
            local?: (string|null);

            /** ConnectionFilter zone. */
            zone?: (string|null);

            /**
             * Creates a new ConnectionFilter instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ConnectionFilter instance
             */
            static create(properties: sluice.v1.ConnectionFilter.$Shape): sluice.v1.ConnectionFilter & sluice.v1.ConnectionFilter.$Shape;
            static create(properties?: sluice.v1.ConnectionFilter.$Properties): sluice.v1.ConnectionFilter;

            /**
             * Encodes the specified ConnectionFilter message. Does not implicitly {@link sluice.v1.ConnectionFilter.verify|verify} messages.
             * @param message ConnectionFilter message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ConnectionFilter.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConnectionFilter message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ConnectionFilter & sluice.v1.ConnectionFilter.$Shape} ConnectionFilter
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ConnectionFilter & sluice.v1.ConnectionFilter.$Shape;

            /**
             * Verifies a ConnectionFilter message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ConnectionFilter message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ConnectionFilter
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ConnectionFilter;

            /**
             * Creates a plain object from a ConnectionFilter message. Also converts values to other types if specified.
             * @param message ConnectionFilter
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ConnectionFilter, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ConnectionFilter to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ConnectionFilter {

            /** Properties of a ConnectionFilter. */
            interface $Properties {

                /** ConnectionFilter client */
                client?: (string|null);

                /** ConnectionFilter vip */
                vip?: (string|null);

                /** ConnectionFilter realServer */
                realServer?: (string|null);

                /** ConnectionFilter protocol */
                protocol?: (string|null);

                /** ConnectionFilter limit */
                limit?: (number|null);

                /** ConnectionFilter local */
                local?: (string|null);

                /** ConnectionFilter zone */
                zone?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConnectionFilter. */
            type $Shape = sluice.v1.ConnectionFilter.$Properties;
        }

        /**
         * Properties of a ConnectionPage.
         * @deprecated Use sluice.v1.ConnectionPage.$Properties instead.
         */
        interface IConnectionPage extends sluice.v1.ConnectionPage.$Properties {
        }

        /** Represents a ConnectionPage. */
        class ConnectionPage {

            /**
             * Constructs a new ConnectionPage.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.ConnectionPage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConnectionPage connections. */
            connections: sluice.v1.Connection.$Properties[];

            /** ConnectionPage total. */
            total: (number|Long);

            /**
             * Creates a new ConnectionPage instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ConnectionPage instance
             */
            static create(properties: sluice.v1.ConnectionPage.$Shape): sluice.v1.ConnectionPage & sluice.v1.ConnectionPage.$Shape;
            static create(properties?: sluice.v1.ConnectionPage.$Properties): sluice.v1.ConnectionPage;

            /**
             * Encodes the specified ConnectionPage message. Does not implicitly {@link sluice.v1.ConnectionPage.verify|verify} messages.
             * @param message ConnectionPage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.ConnectionPage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConnectionPage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.ConnectionPage & sluice.v1.ConnectionPage.$Shape} ConnectionPage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.ConnectionPage & sluice.v1.ConnectionPage.$Shape;

            /**
             * Verifies a ConnectionPage message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a ConnectionPage message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ConnectionPage
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.ConnectionPage;

            /**
             * Creates a plain object from a ConnectionPage message. Also converts values to other types if specified.
             * @param message ConnectionPage
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.ConnectionPage, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ConnectionPage to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ConnectionPage {

            /** Properties of a ConnectionPage. */
            interface $Properties {

                /** ConnectionPage connections */
                connections?: (sluice.v1.Connection.$Properties[]|null);

                /** ConnectionPage total */
                total?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConnectionPage. */
            type $Shape = sluice.v1.ConnectionPage.$Properties;
        }

        /**
         * Properties of a HealthQuery.
         * @deprecated Use sluice.v1.HealthQuery.$Properties instead.
         */
        interface IHealthQuery extends sluice.v1.HealthQuery.$Properties {
        }

        /** Represents a HealthQuery. */
        class HealthQuery {

            /**
             * Constructs a new HealthQuery.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.HealthQuery.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HealthQuery service. */
            service: string;

            /**
             * Creates a new HealthQuery instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HealthQuery instance
             */
            static create(properties: sluice.v1.HealthQuery.$Shape): sluice.v1.HealthQuery & sluice.v1.HealthQuery.$Shape;
            static create(properties?: sluice.v1.HealthQuery.$Properties): sluice.v1.HealthQuery;

            /**
             * Encodes the specified HealthQuery message. Does not implicitly {@link sluice.v1.HealthQuery.verify|verify} messages.
             * @param message HealthQuery message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.HealthQuery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HealthQuery message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.HealthQuery & sluice.v1.HealthQuery.$Shape} HealthQuery
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.HealthQuery & sluice.v1.HealthQuery.$Shape;

            /**
             * Verifies a HealthQuery message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a HealthQuery message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns HealthQuery
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.HealthQuery;

            /**
             * Creates a plain object from a HealthQuery message. Also converts values to other types if specified.
             * @param message HealthQuery
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.HealthQuery, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this HealthQuery to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace HealthQuery {

            /** Properties of a HealthQuery. */
            interface $Properties {

                /** HealthQuery service */
                service?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HealthQuery. */
            type $Shape = sluice.v1.HealthQuery.$Properties;
        }

        /**
         * Properties of a HealthPage.
         * @deprecated Use sluice.v1.HealthPage.$Properties instead.
         */
        interface IHealthPage extends sluice.v1.HealthPage.$Properties {
        }

        /** Represents a HealthPage. */
        class HealthPage {

            /**
             * Constructs a new HealthPage.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.HealthPage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HealthPage realServers. */
            realServers: sluice.v1.RealServerHealth.$Properties[];

            /**
             * Creates a new HealthPage instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HealthPage instance
             */
            static create(properties: sluice.v1.HealthPage.$Shape): sluice.v1.HealthPage & sluice.v1.HealthPage.$Shape;
            static create(properties?: sluice.v1.HealthPage.$Properties): sluice.v1.HealthPage;

            /**
             * Encodes the specified HealthPage message. Does not implicitly {@link sluice.v1.HealthPage.verify|verify} messages.
             * @param message HealthPage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.HealthPage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HealthPage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.HealthPage & sluice.v1.HealthPage.$Shape} HealthPage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.HealthPage & sluice.v1.HealthPage.$Shape;

            /**
             * Verifies a HealthPage message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a HealthPage message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns HealthPage
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.HealthPage;

            /**
             * Creates a plain object from a HealthPage message. Also converts values to other types if specified.
             * @param message HealthPage
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.HealthPage, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this HealthPage to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace HealthPage {

            /** Properties of a HealthPage. */
            interface $Properties {

                /** HealthPage realServers */
                realServers?: (sluice.v1.RealServerHealth.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HealthPage. */
            type $Shape = sluice.v1.HealthPage.$Properties;
        }

        /**
         * Properties of a DrainProgressQuery.
         * @deprecated Use sluice.v1.DrainProgressQuery.$Properties instead.
         */
        interface IDrainProgressQuery extends sluice.v1.DrainProgressQuery.$Properties {
        }

        /** Represents a DrainProgressQuery. */
        class DrainProgressQuery {

            /**
             * Constructs a new DrainProgressQuery.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.DrainProgressQuery.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DrainProgressQuery windowMs. */
            windowMs: number;

            /**
             * Creates a new DrainProgressQuery instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DrainProgressQuery instance
             */
            static create(properties: sluice.v1.DrainProgressQuery.$Shape): sluice.v1.DrainProgressQuery & sluice.v1.DrainProgressQuery.$Shape;
            static create(properties?: sluice.v1.DrainProgressQuery.$Properties): sluice.v1.DrainProgressQuery;

            /**
             * Encodes the specified DrainProgressQuery message. Does not implicitly {@link sluice.v1.DrainProgressQuery.verify|verify} messages.
             * @param message DrainProgressQuery message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.DrainProgressQuery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DrainProgressQuery message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.DrainProgressQuery & sluice.v1.DrainProgressQuery.$Shape} DrainProgressQuery
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.DrainProgressQuery & sluice.v1.DrainProgressQuery.$Shape;

            /**
             * Verifies a DrainProgressQuery message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a DrainProgressQuery message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DrainProgressQuery
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.DrainProgressQuery;

            /**
             * Creates a plain object from a DrainProgressQuery message. Also converts values to other types if specified.
             * @param message DrainProgressQuery
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.DrainProgressQuery, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DrainProgressQuery to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace DrainProgressQuery {

            /** Properties of a DrainProgressQuery. */
            interface $Properties {

                /** DrainProgressQuery windowMs */
                windowMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DrainProgressQuery. */
            type $Shape = sluice.v1.DrainProgressQuery.$Properties;
        }

        /**
         * Properties of a DrainProgress.
         * @deprecated Use sluice.v1.DrainProgress.$Properties instead.
         */
        interface IDrainProgress extends sluice.v1.DrainProgress.$Properties {
        }

        /** Represents a DrainProgress. */
        class DrainProgress {

            /**
             * Constructs a new DrainProgress.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.DrainProgress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DrainProgress tracked. */
            tracked: (number|Long);

            /** DrainProgress moving. */
            moving: (number|Long);

            /** DrainProgress ownedAddresses. */
            ownedAddresses: string[];

            /**
             * Creates a new DrainProgress instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DrainProgress instance
             */
            static create(properties: sluice.v1.DrainProgress.$Shape): sluice.v1.DrainProgress & sluice.v1.DrainProgress.$Shape;
            static create(properties?: sluice.v1.DrainProgress.$Properties): sluice.v1.DrainProgress;

            /**
             * Encodes the specified DrainProgress message. Does not implicitly {@link sluice.v1.DrainProgress.verify|verify} messages.
             * @param message DrainProgress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.DrainProgress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DrainProgress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.DrainProgress & sluice.v1.DrainProgress.$Shape} DrainProgress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.DrainProgress & sluice.v1.DrainProgress.$Shape;

            /**
             * Verifies a DrainProgress message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a DrainProgress message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DrainProgress
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.DrainProgress;

            /**
             * Creates a plain object from a DrainProgress message. Also converts values to other types if specified.
             * @param message DrainProgress
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.DrainProgress, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DrainProgress to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace DrainProgress {

            /** Properties of a DrainProgress. */
            interface $Properties {

                /** DrainProgress tracked */
                tracked?: (number|Long|null);

                /** DrainProgress moving */
                moving?: (number|Long|null);

                /** DrainProgress ownedAddresses */
                ownedAddresses?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DrainProgress. */
            type $Shape = sluice.v1.DrainProgress.$Properties;
        }

        /**
         * Properties of a DriftEntry.
         * @deprecated Use sluice.v1.DriftEntry.$Properties instead.
         */
        interface IDriftEntry extends sluice.v1.DriftEntry.$Properties {
        }

        /** Represents a DriftEntry. */
        class DriftEntry {

            /**
             * Constructs a new DriftEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.DriftEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DriftEntry kind. */
            kind: string;

            /** DriftEntry what. */
            what: string;

            /** DriftEntry subject. */
            subject: string;

            /** DriftEntry of. */
            of: string;

            /** DriftEntry desired. */
            desired: string;

            /** DriftEntry applied. */
            applied: string;

            /** DriftEntry observed. */
            observed: string;

            /**
             * Creates a new DriftEntry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DriftEntry instance
             */
            static create(properties: sluice.v1.DriftEntry.$Shape): sluice.v1.DriftEntry & sluice.v1.DriftEntry.$Shape;
            static create(properties?: sluice.v1.DriftEntry.$Properties): sluice.v1.DriftEntry;

            /**
             * Encodes the specified DriftEntry message. Does not implicitly {@link sluice.v1.DriftEntry.verify|verify} messages.
             * @param message DriftEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.DriftEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DriftEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.DriftEntry & sluice.v1.DriftEntry.$Shape} DriftEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.DriftEntry & sluice.v1.DriftEntry.$Shape;

            /**
             * Verifies a DriftEntry message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a DriftEntry message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DriftEntry
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.DriftEntry;

            /**
             * Creates a plain object from a DriftEntry message. Also converts values to other types if specified.
             * @param message DriftEntry
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.DriftEntry, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DriftEntry to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace DriftEntry {

            /** Properties of a DriftEntry. */
            interface $Properties {

                /** DriftEntry kind */
                kind?: (string|null);

                /** DriftEntry what */
                what?: (string|null);

                /** DriftEntry subject */
                subject?: (string|null);

                /** DriftEntry of */
                of?: (string|null);

                /** DriftEntry desired */
                desired?: (string|null);

                /** DriftEntry applied */
                applied?: (string|null);

                /** DriftEntry observed */
                observed?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DriftEntry. */
            type $Shape = sluice.v1.DriftEntry.$Properties;
        }

        /**
         * Properties of a Foreign.
         * @deprecated Use sluice.v1.Foreign.$Properties instead.
         */
        interface IForeign extends sluice.v1.Foreign.$Properties {
        }

        /** Represents a Foreign. */
        class Foreign {

            /**
             * Constructs a new Foreign.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Foreign.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Foreign kind. */
            kind: string;

            /** Foreign where. */
            where: string;

            /** Foreign what. */
            what: string;

            /**
             * Creates a new Foreign instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Foreign instance
             */
            static create(properties: sluice.v1.Foreign.$Shape): sluice.v1.Foreign & sluice.v1.Foreign.$Shape;
            static create(properties?: sluice.v1.Foreign.$Properties): sluice.v1.Foreign;

            /**
             * Encodes the specified Foreign message. Does not implicitly {@link sluice.v1.Foreign.verify|verify} messages.
             * @param message Foreign message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Foreign.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Foreign message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Foreign & sluice.v1.Foreign.$Shape} Foreign
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Foreign & sluice.v1.Foreign.$Shape;

            /**
             * Verifies a Foreign message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Foreign message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Foreign
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Foreign;

            /**
             * Creates a plain object from a Foreign message. Also converts values to other types if specified.
             * @param message Foreign
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Foreign, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Foreign to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Foreign {

            /** Properties of a Foreign. */
            interface $Properties {

                /** Foreign kind */
                kind?: (string|null);

                /** Foreign where */
                where?: (string|null);

                /** Foreign what */
                what?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Foreign. */
            type $Shape = sluice.v1.Foreign.$Properties;
        }

        /**
         * Properties of a Drift.
         * @deprecated Use sluice.v1.Drift.$Properties instead.
         */
        interface IDrift extends sluice.v1.Drift.$Properties {
        }

        /** Represents a Drift. */
        class Drift {

            /**
             * Constructs a new Drift.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.Drift.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Drift wanted. */
            wanted?: (sluice.v1.PlanRef.$Properties|null);

            /** Drift applied. */
            applied?: (sluice.v1.PlanRef.$Properties|null);

            /** Drift problem. */
            problem: string;

            /** Drift pending. */
            pending: number;

            /** Drift drifted. */
            drifted: number;

            /** Drift foreignTotal. */
            foreignTotal: number;

            /** Drift entries. */
            entries: sluice.v1.DriftEntry.$Properties[];

            /** Drift foreign. */
            foreign: sluice.v1.Foreign.$Properties[];

            /** Drift repaired. */
            repaired: number;

            /**
             * Creates a new Drift instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Drift instance
             */
            static create(properties: sluice.v1.Drift.$Shape): sluice.v1.Drift & sluice.v1.Drift.$Shape;
            static create(properties?: sluice.v1.Drift.$Properties): sluice.v1.Drift;

            /**
             * Encodes the specified Drift message. Does not implicitly {@link sluice.v1.Drift.verify|verify} messages.
             * @param message Drift message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.Drift.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Drift message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.Drift & sluice.v1.Drift.$Shape} Drift
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.Drift & sluice.v1.Drift.$Shape;

            /**
             * Verifies a Drift message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a Drift message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Drift
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.Drift;

            /**
             * Creates a plain object from a Drift message. Also converts values to other types if specified.
             * @param message Drift
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.Drift, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Drift to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Drift {

            /** Properties of a Drift. */
            interface $Properties {

                /** Drift wanted */
                wanted?: (sluice.v1.PlanRef.$Properties|null);

                /** Drift applied */
                applied?: (sluice.v1.PlanRef.$Properties|null);

                /** Drift problem */
                problem?: (string|null);

                /** Drift pending */
                pending?: (number|null);

                /** Drift drifted */
                drifted?: (number|null);

                /** Drift foreignTotal */
                foreignTotal?: (number|null);

                /** Drift entries */
                entries?: (sluice.v1.DriftEntry.$Properties[]|null);

                /** Drift foreign */
                foreign?: (sluice.v1.Foreign.$Properties[]|null);

                /** Drift repaired */
                repaired?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Drift. */
            type $Shape = sluice.v1.Drift.$Properties;
        }

        /**
         * Properties of a FoundService.
         * @deprecated Use sluice.v1.FoundService.$Properties instead.
         */
        interface IFoundService extends sluice.v1.FoundService.$Properties {
        }

        /** Represents a FoundService. */
        class FoundService {

            /**
             * Constructs a new FoundService.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.FoundService.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FoundService key. */
            key: string;

            /** FoundService address. */
            address: string;

            /** FoundService port. */
            port: number;

            /** FoundService protocol. */
            protocol: string;

            /** FoundService scheduler. */
            scheduler: string;

            /** FoundService forwarding. */
            forwarding: string;

            /** FoundService localAddresses. */
            localAddresses: string[];

            /** FoundService masquerade. */
            masquerade: boolean;

            /** FoundService realServers. */
            realServers: sluice.v1.RealServerPlan.$Properties[];

            /** FoundService rules. */
            rules: string[];

            /**
             * Creates a new FoundService instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FoundService instance
             */
            static create(properties: sluice.v1.FoundService.$Shape): sluice.v1.FoundService & sluice.v1.FoundService.$Shape;
            static create(properties?: sluice.v1.FoundService.$Properties): sluice.v1.FoundService;

            /**
             * Encodes the specified FoundService message. Does not implicitly {@link sluice.v1.FoundService.verify|verify} messages.
             * @param message FoundService message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.FoundService.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FoundService message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.FoundService & sluice.v1.FoundService.$Shape} FoundService
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.FoundService & sluice.v1.FoundService.$Shape;

            /**
             * Verifies a FoundService message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a FoundService message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns FoundService
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.FoundService;

            /**
             * Creates a plain object from a FoundService message. Also converts values to other types if specified.
             * @param message FoundService
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.FoundService, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this FoundService to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace FoundService {

            /** Properties of a FoundService. */
            interface $Properties {

                /** FoundService key */
                key?: (string|null);

                /** FoundService address */
                address?: (string|null);

                /** FoundService port */
                port?: (number|null);

                /** FoundService protocol */
                protocol?: (string|null);

                /** FoundService scheduler */
                scheduler?: (string|null);

                /** FoundService forwarding */
                forwarding?: (string|null);

                /** FoundService localAddresses */
                localAddresses?: (string[]|null);

                /** FoundService masquerade */
                masquerade?: (boolean|null);

                /** FoundService realServers */
                realServers?: (sluice.v1.RealServerPlan.$Properties[]|null);

                /** FoundService rules */
                rules?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FoundService. */
            type $Shape = sluice.v1.FoundService.$Properties;
        }

        /**
         * Properties of a FoundRule.
         * @deprecated Use sluice.v1.FoundRule.$Properties instead.
         */
        interface IFoundRule extends sluice.v1.FoundRule.$Properties {
        }

        /** Represents a FoundRule. */
        class FoundRule {

            /**
             * Constructs a new FoundRule.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.FoundRule.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FoundRule where. */
            where: string;

            /** FoundRule rule. */
            rule: string;

            /** FoundRule why. */
            why: string;

            /**
             * Creates a new FoundRule instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FoundRule instance
             */
            static create(properties: sluice.v1.FoundRule.$Shape): sluice.v1.FoundRule & sluice.v1.FoundRule.$Shape;
            static create(properties?: sluice.v1.FoundRule.$Properties): sluice.v1.FoundRule;

            /**
             * Encodes the specified FoundRule message. Does not implicitly {@link sluice.v1.FoundRule.verify|verify} messages.
             * @param message FoundRule message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.FoundRule.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FoundRule message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.FoundRule & sluice.v1.FoundRule.$Shape} FoundRule
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.FoundRule & sluice.v1.FoundRule.$Shape;

            /**
             * Verifies a FoundRule message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a FoundRule message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns FoundRule
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.FoundRule;

            /**
             * Creates a plain object from a FoundRule message. Also converts values to other types if specified.
             * @param message FoundRule
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.FoundRule, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this FoundRule to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace FoundRule {

            /** Properties of a FoundRule. */
            interface $Properties {

                /** FoundRule where */
                where?: (string|null);

                /** FoundRule rule */
                rule?: (string|null);

                /** FoundRule why */
                why?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FoundRule. */
            type $Shape = sluice.v1.FoundRule.$Properties;
        }

        /**
         * Properties of an AdoptDifference.
         * @deprecated Use sluice.v1.AdoptDifference.$Properties instead.
         */
        interface IAdoptDifference extends sluice.v1.AdoptDifference.$Properties {
        }

        /** Represents an AdoptDifference. */
        class AdoptDifference {

            /**
             * Constructs a new AdoptDifference.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.AdoptDifference.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AdoptDifference key. */
            key: string;

            /** AdoptDifference what. */
            what: string;

            /** AdoptDifference planned. */
            planned: string;

            /** AdoptDifference live. */
            live: string;

            /**
             * Creates a new AdoptDifference instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AdoptDifference instance
             */
            static create(properties: sluice.v1.AdoptDifference.$Shape): sluice.v1.AdoptDifference & sluice.v1.AdoptDifference.$Shape;
            static create(properties?: sluice.v1.AdoptDifference.$Properties): sluice.v1.AdoptDifference;

            /**
             * Encodes the specified AdoptDifference message. Does not implicitly {@link sluice.v1.AdoptDifference.verify|verify} messages.
             * @param message AdoptDifference message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.AdoptDifference.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AdoptDifference message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.AdoptDifference & sluice.v1.AdoptDifference.$Shape} AdoptDifference
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.AdoptDifference & sluice.v1.AdoptDifference.$Shape;

            /**
             * Verifies an AdoptDifference message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an AdoptDifference message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns AdoptDifference
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.AdoptDifference;

            /**
             * Creates a plain object from an AdoptDifference message. Also converts values to other types if specified.
             * @param message AdoptDifference
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.AdoptDifference, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this AdoptDifference to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace AdoptDifference {

            /** Properties of an AdoptDifference. */
            interface $Properties {

                /** AdoptDifference key */
                key?: (string|null);

                /** AdoptDifference what */
                what?: (string|null);

                /** AdoptDifference planned */
                planned?: (string|null);

                /** AdoptDifference live */
                live?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AdoptDifference. */
            type $Shape = sluice.v1.AdoptDifference.$Properties;
        }

        /**
         * Properties of a TakenOver.
         * @deprecated Use sluice.v1.TakenOver.$Properties instead.
         */
        interface ITakenOver extends sluice.v1.TakenOver.$Properties {
        }

        /** Represents a TakenOver. */
        class TakenOver {

            /**
             * Constructs a new TakenOver.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.TakenOver.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TakenOver atMs. */
            atMs: (number|Long);

            /** TakenOver services. */
            services: string[];

            /** TakenOver isUndoable. */
            isUndoable: boolean;

            /** TakenOver reason. */
            reason: string;

            /**
             * Creates a new TakenOver instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TakenOver instance
             */
            static create(properties: sluice.v1.TakenOver.$Shape): sluice.v1.TakenOver & sluice.v1.TakenOver.$Shape;
            static create(properties?: sluice.v1.TakenOver.$Properties): sluice.v1.TakenOver;

            /**
             * Encodes the specified TakenOver message. Does not implicitly {@link sluice.v1.TakenOver.verify|verify} messages.
             * @param message TakenOver message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.TakenOver.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TakenOver message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.TakenOver & sluice.v1.TakenOver.$Shape} TakenOver
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.TakenOver & sluice.v1.TakenOver.$Shape;

            /**
             * Verifies a TakenOver message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a TakenOver message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TakenOver
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.TakenOver;

            /**
             * Creates a plain object from a TakenOver message. Also converts values to other types if specified.
             * @param message TakenOver
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.TakenOver, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TakenOver to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace TakenOver {

            /** Properties of a TakenOver. */
            interface $Properties {

                /** TakenOver atMs */
                atMs?: (number|Long|null);

                /** TakenOver services */
                services?: (string[]|null);

                /** TakenOver isUndoable */
                isUndoable?: (boolean|null);

                /** TakenOver reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TakenOver. */
            type $Shape = sluice.v1.TakenOver.$Properties;
        }

        /**
         * Properties of a LiveConfig.
         * @deprecated Use sluice.v1.LiveConfig.$Properties instead.
         */
        interface ILiveConfig extends sluice.v1.LiveConfig.$Properties {
        }

        /** Represents a LiveConfig. */
        class LiveConfig {

            /**
             * Constructs a new LiveConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.LiveConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LiveConfig plan. */
            plan?: (sluice.v1.PlanRef.$Properties|null);

            /** LiveConfig fingerprint. */
            fingerprint: string;

            /** LiveConfig services. */
            services: sluice.v1.FoundService.$Properties[];

            /** LiveConfig egress. */
            egress: sluice.v1.FoundRule.$Properties[];

            /** LiveConfig notUnderstood. */
            notUnderstood: sluice.v1.FoundRule.$Properties[];

            /** LiveConfig addresses. */
            addresses: sluice.v1.CarriedAddress.$Properties[];

            /** LiveConfig differences. */
            differences: sluice.v1.AdoptDifference.$Properties[];

            /** LiveConfig obstacles. */
            obstacles: string[];

            /** LiveConfig taken. */
            taken?: (sluice.v1.TakenOver.$Properties|null);

            /**
             * Creates a new LiveConfig instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LiveConfig instance
             */
            static create(properties: sluice.v1.LiveConfig.$Shape): sluice.v1.LiveConfig & sluice.v1.LiveConfig.$Shape;
            static create(properties?: sluice.v1.LiveConfig.$Properties): sluice.v1.LiveConfig;

            /**
             * Encodes the specified LiveConfig message. Does not implicitly {@link sluice.v1.LiveConfig.verify|verify} messages.
             * @param message LiveConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.LiveConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LiveConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.LiveConfig & sluice.v1.LiveConfig.$Shape} LiveConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.LiveConfig & sluice.v1.LiveConfig.$Shape;

            /**
             * Verifies a LiveConfig message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a LiveConfig message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LiveConfig
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.LiveConfig;

            /**
             * Creates a plain object from a LiveConfig message. Also converts values to other types if specified.
             * @param message LiveConfig
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.LiveConfig, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LiveConfig to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LiveConfig {

            /** Properties of a LiveConfig. */
            interface $Properties {

                /** LiveConfig plan */
                plan?: (sluice.v1.PlanRef.$Properties|null);

                /** LiveConfig fingerprint */
                fingerprint?: (string|null);

                /** LiveConfig services */
                services?: (sluice.v1.FoundService.$Properties[]|null);

                /** LiveConfig egress */
                egress?: (sluice.v1.FoundRule.$Properties[]|null);

                /** LiveConfig notUnderstood */
                notUnderstood?: (sluice.v1.FoundRule.$Properties[]|null);

                /** LiveConfig addresses */
                addresses?: (sluice.v1.CarriedAddress.$Properties[]|null);

                /** LiveConfig differences */
                differences?: (sluice.v1.AdoptDifference.$Properties[]|null);

                /** LiveConfig obstacles */
                obstacles?: (string[]|null);

                /** LiveConfig taken */
                taken?: (sluice.v1.TakenOver.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LiveConfig. */
            type $Shape = sluice.v1.LiveConfig.$Properties;
        }

        /**
         * Properties of a TakeOver.
         * @deprecated Use sluice.v1.TakeOver.$Properties instead.
         */
        interface ITakeOver extends sluice.v1.TakeOver.$Properties {
        }

        /** Represents a TakeOver. */
        class TakeOver {

            /**
             * Constructs a new TakeOver.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.TakeOver.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TakeOver plan. */
            plan?: (sluice.v1.PlanRef.$Properties|null);

            /** TakeOver fingerprint. */
            fingerprint: string;

            /** TakeOver onlyUnderstood. */
            onlyUnderstood: boolean;

            /** TakeOver actor. */
            actor: string;

            /** TakeOver reason. */
            reason: string;

            /**
             * Creates a new TakeOver instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TakeOver instance
             */
            static create(properties: sluice.v1.TakeOver.$Shape): sluice.v1.TakeOver & sluice.v1.TakeOver.$Shape;
            static create(properties?: sluice.v1.TakeOver.$Properties): sluice.v1.TakeOver;

            /**
             * Encodes the specified TakeOver message. Does not implicitly {@link sluice.v1.TakeOver.verify|verify} messages.
             * @param message TakeOver message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.TakeOver.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TakeOver message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.TakeOver & sluice.v1.TakeOver.$Shape} TakeOver
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.TakeOver & sluice.v1.TakeOver.$Shape;

            /**
             * Verifies a TakeOver message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a TakeOver message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TakeOver
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.TakeOver;

            /**
             * Creates a plain object from a TakeOver message. Also converts values to other types if specified.
             * @param message TakeOver
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.TakeOver, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TakeOver to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace TakeOver {

            /** Properties of a TakeOver. */
            interface $Properties {

                /** TakeOver plan */
                plan?: (sluice.v1.PlanRef.$Properties|null);

                /** TakeOver fingerprint */
                fingerprint?: (string|null);

                /** TakeOver onlyUnderstood */
                onlyUnderstood?: (boolean|null);

                /** TakeOver actor */
                actor?: (string|null);

                /** TakeOver reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TakeOver. */
            type $Shape = sluice.v1.TakeOver.$Properties;
        }

        /**
         * Properties of a TakeOverDone.
         * @deprecated Use sluice.v1.TakeOverDone.$Properties instead.
         */
        interface ITakeOverDone extends sluice.v1.TakeOverDone.$Properties {
        }

        /** Represents a TakeOverDone. */
        class TakeOverDone {

            /**
             * Constructs a new TakeOverDone.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.TakeOverDone.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TakeOverDone services. */
            services: string[];

            /** TakeOverDone removed. */
            removed: string[];

            /** TakeOverDone addresses. */
            addresses: string[];

            /**
             * Creates a new TakeOverDone instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TakeOverDone instance
             */
            static create(properties: sluice.v1.TakeOverDone.$Shape): sluice.v1.TakeOverDone & sluice.v1.TakeOverDone.$Shape;
            static create(properties?: sluice.v1.TakeOverDone.$Properties): sluice.v1.TakeOverDone;

            /**
             * Encodes the specified TakeOverDone message. Does not implicitly {@link sluice.v1.TakeOverDone.verify|verify} messages.
             * @param message TakeOverDone message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.TakeOverDone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TakeOverDone message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.TakeOverDone & sluice.v1.TakeOverDone.$Shape} TakeOverDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.TakeOverDone & sluice.v1.TakeOverDone.$Shape;

            /**
             * Verifies a TakeOverDone message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates a TakeOverDone message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TakeOverDone
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.TakeOverDone;

            /**
             * Creates a plain object from a TakeOverDone message. Also converts values to other types if specified.
             * @param message TakeOverDone
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.TakeOverDone, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TakeOverDone to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace TakeOverDone {

            /** Properties of a TakeOverDone. */
            interface $Properties {

                /** TakeOverDone services */
                services?: (string[]|null);

                /** TakeOverDone removed */
                removed?: (string[]|null);

                /** TakeOverDone addresses */
                addresses?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TakeOverDone. */
            type $Shape = sluice.v1.TakeOverDone.$Properties;
        }

        /**
         * Properties of an UndoTakeOver.
         * @deprecated Use sluice.v1.UndoTakeOver.$Properties instead.
         */
        interface IUndoTakeOver extends sluice.v1.UndoTakeOver.$Properties {
        }

        /** Represents an UndoTakeOver. */
        class UndoTakeOver {

            /**
             * Constructs a new UndoTakeOver.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.UndoTakeOver.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UndoTakeOver actor. */
            actor: string;

            /** UndoTakeOver reason. */
            reason: string;

            /**
             * Creates a new UndoTakeOver instance using the specified properties.
             * @param [properties] Properties to set
             * @returns UndoTakeOver instance
             */
            static create(properties: sluice.v1.UndoTakeOver.$Shape): sluice.v1.UndoTakeOver & sluice.v1.UndoTakeOver.$Shape;
            static create(properties?: sluice.v1.UndoTakeOver.$Properties): sluice.v1.UndoTakeOver;

            /**
             * Encodes the specified UndoTakeOver message. Does not implicitly {@link sluice.v1.UndoTakeOver.verify|verify} messages.
             * @param message UndoTakeOver message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.UndoTakeOver.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UndoTakeOver message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.UndoTakeOver & sluice.v1.UndoTakeOver.$Shape} UndoTakeOver
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.UndoTakeOver & sluice.v1.UndoTakeOver.$Shape;

            /**
             * Verifies an UndoTakeOver message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an UndoTakeOver message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns UndoTakeOver
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.UndoTakeOver;

            /**
             * Creates a plain object from an UndoTakeOver message. Also converts values to other types if specified.
             * @param message UndoTakeOver
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.UndoTakeOver, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this UndoTakeOver to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace UndoTakeOver {

            /** Properties of an UndoTakeOver. */
            interface $Properties {

                /** UndoTakeOver actor */
                actor?: (string|null);

                /** UndoTakeOver reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UndoTakeOver. */
            type $Shape = sluice.v1.UndoTakeOver.$Properties;
        }

        /**
         * Properties of an UndoTakeOverDone.
         * @deprecated Use sluice.v1.UndoTakeOverDone.$Properties instead.
         */
        interface IUndoTakeOverDone extends sluice.v1.UndoTakeOverDone.$Properties {
        }

        /** Represents an UndoTakeOverDone. */
        class UndoTakeOverDone {

            /**
             * Constructs a new UndoTakeOverDone.
             * @param [properties] Properties to set
             */
            constructor(properties?: sluice.v1.UndoTakeOverDone.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UndoTakeOverDone services. */
            services: string[];

            /** UndoTakeOverDone restored. */
            restored: string[];

            /**
             * Creates a new UndoTakeOverDone instance using the specified properties.
             * @param [properties] Properties to set
             * @returns UndoTakeOverDone instance
             */
            static create(properties: sluice.v1.UndoTakeOverDone.$Shape): sluice.v1.UndoTakeOverDone & sluice.v1.UndoTakeOverDone.$Shape;
            static create(properties?: sluice.v1.UndoTakeOverDone.$Properties): sluice.v1.UndoTakeOverDone;

            /**
             * Encodes the specified UndoTakeOverDone message. Does not implicitly {@link sluice.v1.UndoTakeOverDone.verify|verify} messages.
             * @param message UndoTakeOverDone message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: sluice.v1.UndoTakeOverDone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UndoTakeOverDone message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {sluice.v1.UndoTakeOverDone & sluice.v1.UndoTakeOverDone.$Shape} UndoTakeOverDone
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): sluice.v1.UndoTakeOverDone & sluice.v1.UndoTakeOverDone.$Shape;

            /**
             * Verifies an UndoTakeOverDone message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);

            /**
             * Creates an UndoTakeOverDone message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns UndoTakeOverDone
             */
            static fromObject(object: { [k: string]: any }): sluice.v1.UndoTakeOverDone;

            /**
             * Creates a plain object from an UndoTakeOverDone message. Also converts values to other types if specified.
             * @param message UndoTakeOverDone
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: sluice.v1.UndoTakeOverDone, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this UndoTakeOverDone to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace UndoTakeOverDone {

            /** Properties of an UndoTakeOverDone. */
            interface $Properties {

                /** UndoTakeOverDone services */
                services?: (string[]|null);

                /** UndoTakeOverDone restored */
                restored?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UndoTakeOverDone. */
            type $Shape = sluice.v1.UndoTakeOverDone.$Properties;
        }
    }
}
