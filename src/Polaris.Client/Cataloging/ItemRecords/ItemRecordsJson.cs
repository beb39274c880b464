using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Cataloging;

/// <summary>The JSON metadata of item workflows, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    Converters = [typeof(ServerDateTimeConverter), typeof(LenientValues)])]
[JsonSerializable(typeof(ItemRecord))]
[JsonSerializable(typeof(ItemView))]
[JsonSerializable(typeof(ItemState))]
[JsonSerializable(typeof(IReadOnlyList<ItemHistoryEntry>))]
[JsonSerializable(typeof(IReadOnlyList<OutreachItem>))]
[JsonSerializable(typeof(ItemHoldPage))]
[JsonSerializable(typeof(ItemBlockingNote))]
[JsonSerializable(typeof(ItemBlockingNoteResult))]
[JsonSerializable(typeof(AddItemRecord))]
[JsonSerializable(typeof(UpdateItemRecord))]
[JsonSerializable(typeof(ItemRecordSaved))]
[JsonSerializable(typeof(DeleteItemRecords))]
[JsonSerializable(typeof(UndeleteItemRecord))]
[JsonSerializable(typeof(LastCopyOptions))]
internal sealed partial class ItemRecordsJson : JsonSerializerContext;
