using System.Text.Json.Serialization;

namespace Polaris.Client.Tests.Http;

[JsonSerializable(typeof(ProbeRecord))]
internal sealed partial class ProbeJson : JsonSerializerContext;
