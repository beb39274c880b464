namespace Polaris.Client.Folio;

/// <summary>The relationship between a link and the record that contains it, such as the resource itself or a related resource.</summary>
[FolioResource("electronic-access-relationships", "electronicAccessRelationships")]
public sealed class ElectronicAccessRelationship : ReferenceRecord
{
    /// <summary>Where the relationship comes from, for example <c>local</c>; <c>null</c> if not stated.</summary>
    public string? Source { get; set; }
}
