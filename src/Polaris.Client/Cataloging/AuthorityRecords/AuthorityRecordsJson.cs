using System.Text.Json.Serialization;
using Polaris.Client.Json;
using Polaris.Client.Marc;

namespace Polaris.Client.Cataloging;

/// <summary>The JSON metadata of authority workflows, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    Converters = [typeof(ServerDateTimeConverter), typeof(LenientValues)])]
[JsonSerializable(typeof(AddOrUpdateAuthorityRecord))]
[JsonSerializable(typeof(DeleteAuthorityRecord))]
[JsonSerializable(typeof(UndeleteAuthorityRecord))]
[JsonSerializable(typeof(AuthorityRecordSaved))]
[JsonSerializable(typeof(DuplicateAuthorityRecords))]
[JsonSerializable(typeof(LinkedRecords))]
[JsonSerializable(typeof(LinkedRecordsOptions))]
[JsonSerializable(typeof(AuthorityRecord))]
[JsonSerializable(typeof(MarcRecord))]
internal sealed partial class AuthorityRecordsJson : JsonSerializerContext;
