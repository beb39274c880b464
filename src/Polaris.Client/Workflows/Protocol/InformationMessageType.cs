using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>What kind of message the server adds to an answer.</summary>
/// <remarks>Open: the server may send a number that has no name here; it is kept as it is.</remarks>
[JsonConverter(typeof(OpenEnumConverter<InformationMessageType>))]
public enum InformationMessageType
{
    /// <summary>It was done.</summary>
    Information = 1,

    /// <summary>Something to mind, such as links to re-establish.</summary>
    Notice = 3,

    /// <summary>Part of the work was not done, though the status may read successful. Seen in public clients.</summary>
    Failure = 4,
}
