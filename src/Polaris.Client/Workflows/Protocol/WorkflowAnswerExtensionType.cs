using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>What the data of an answer is.</summary>
/// <remarks>Open: the server may send a number that has no name here; it is kept as it is.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowAnswerExtensionType>))]
public enum WorkflowAnswerExtensionType
{
    /// <summary>The item record as saved. Seen in public clients.</summary>
    ItemRecord = 5,

    /// <summary>Which records were deleted and which were not. Seen in public clients.</summary>
    DeleteResult = 6,

    /// <summary>The id of the authority record that was added.</summary>
    AuthorityRecordId = 13,

    /// <summary>The result of a serial bulk check-in.</summary>
    SerialBulkCheckIn = 16,
}
