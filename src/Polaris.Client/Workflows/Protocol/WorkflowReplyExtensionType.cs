using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>What the data of a reply is.</summary>
/// <remarks>Open: the server may send a number that has no name here; it is kept as it is.</remarks>
[JsonConverter(typeof(OpenEnumConverter<WorkflowReplyExtensionType>))]
public enum WorkflowReplyExtensionType
{
    /// <summary>Two numbers that say what becomes of linked headings; their meaning is not documented.</summary>
    ManageLinkedRecords = 17,

    /// <summary>The records to replace and the one whose id is kept.</summary>
    ReplaceRecords = 18,
}
