namespace Polaris.Client.Folio;

/// <summary>What an item is made of: book, dvd, microform, and so on.</summary>
public sealed class MaterialType : ReferenceRecord
{
    internal static ReferenceDataKind<MaterialType, IMaterialTypesApi> Kind { get; } = new(
        "material-types", "mtypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the type itself comes from, for example <c>local</c>.</summary>
    public string? Source { get; set; }
}
