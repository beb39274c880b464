using System.Text.Json.Serialization;

namespace Polaris.Client.Cataloging;

/// <summary>How the data of item workflows is read and written, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(ServerDateTimeConverter)])]
[JsonSerializable(typeof(AddItemRecord))]
[JsonSerializable(typeof(ItemRecordSaved))]
[JsonSerializable(typeof(DeleteItemRecords))]
[JsonSerializable(typeof(UndeleteItemRecord))]
[JsonSerializable(typeof(LastCopyOptions))]
internal sealed partial class ItemRecordsJson : JsonSerializerContext;
