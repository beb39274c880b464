namespace Polaris.Client.Folio;

/// <summary>The scheme of a classification number: Dewey, Library of Congress, and so on.</summary>
public sealed class ClassificationType : ReferenceRecord
{
    internal static ReferenceDataKind<ClassificationType, IClassificationTypesApi> Kind { get; } = new(
        "classification-types", "classificationTypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the type itself comes from, for example <c>local</c>; null = not said.</summary>
    public string? Source { get; set; }
}
