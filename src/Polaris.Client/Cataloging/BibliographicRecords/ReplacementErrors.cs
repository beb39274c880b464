using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Cataloging;

/// <summary>The data of prompt 148: a grid of errors.</summary>
public sealed class ReplacementErrors
{
    /// <summary>Whether the vendor's program shows a check box.</summary>
    public bool ShowCheckbox { get; set; }

    /// <summary>The text beside it.</summary>
    public string? CheckboxText { get; set; }

    /// <summary>Whether it is checked at first.</summary>
    public bool IsChecked { get; set; }

    /// <summary>The columns to show; a row may hold more than these.</summary>
    public IReadOnlyList<ReplacementErrorColumn> Columns { get; set => field = value ?? []; } = [];

    /// <summary>The rows.</summary>
    public IReadOnlyList<ReplacementError> Data { get; set => field = value ?? []; } = [];

    /// <summary>The type of the records.</summary>
    public ObjectType ObjectType { get; set; }

    /// <summary>Which member of a row holds the id.</summary>
    [JsonPropertyName("ObjectIDPropertyName")]
    public string? ObjectIdPropertyName { get; set; }

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
