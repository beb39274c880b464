using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>What a prompt looks like in the vendor's own client.</summary>
/// <remarks>Open: the server may send a number that has no name here; it is kept as it is.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowPromptType>))]
public enum WorkflowPromptType
{
    /// <summary>A text with buttons.</summary>
    Plain = 1,

    /// <summary>The blocks of a patron.</summary>
    PatronBlocks = 3,

    /// <summary>The choice for a title's last copy. Seen in public clients.</summary>
    LastCopy = 22,

    /// <summary>A list of bibliographic duplicates.</summary>
    DuplicateBibRecords = 26,

    /// <summary>The choice of a serial's part. Seen in public clients.</summary>
    SerialHolds = 33,

    /// <summary>An item to be created for an issue.</summary>
    CreateItemForIssue = 38,

    /// <summary>A table of records and reasons.</summary>
    ErrorGrid = 50,

    /// <summary>A list of authority duplicates.</summary>
    DuplicateAuthorityRecords = 52,

    /// <summary>The errors of a MARC record.</summary>
    MarcValidation = 53,

    /// <summary>What becomes of linked headings.</summary>
    LinkedRecords = 54,
}
