namespace Polaris.Client.Folio;

/// <summary>A material type of an item, such as book, DVD or microform.</summary>
[FolioResource("material-types", "mtypes")]
public sealed class MaterialType : ReferenceRecord
{
    /// <summary>Where the type comes from, for example <c>local</c>; <c>null</c> if not stated.</summary>
    public string? Source { get; set; }
}
