using System.Text.Json.Serialization;

namespace Polaris.Client.Cataloging;

/// <summary>How updates are written: without nulls, because the server takes each member that is sent for a change.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UpdateItemRecord))]
internal sealed partial class ItemRecordUpdatesJson : JsonSerializerContext;
