namespace Polaris.Client.Testing;

/// <summary>The messages of the module's releases for a duplicate value.</summary>
internal static class FolioDuplicates
{
    /// <param name="shape">The resource.</param>
    /// <param name="key">The unique index.</param>
    /// <param name="value">The value as the index has it: in lower case and without accents.</param>
    /// <param name="release">The release to emulate.</param>
    /// <param name="isPost">Whether the record was to be created; otherwise it was to be changed.</param>
    public static FakeResponse Answer(FakeFolioResourceShape shape, FolioUniqueKey key, string value, FolioRelease release, bool isPost)
    {
        bool isV29 = release == FolioRelease.V29;
        if (shape.HasOwnDuplicateError && (isPost || !isV29))
        {
            return FolioAnswers.Coded(
                422, "1", "name.duplicate", "Cannot create/update entity; name is not unique", ("fieldLabel", "name"));
        }

        if (isV29 && !shape.SaysDuplicateAsV30)
        {
            return isPost && shape.V29DuplicateText is { } text
                ? FolioAnswers.Conflict(text, key.FirstMember, value)
                : FolioAnswers.Text(400, OfV29($"{shape.Table}_{key.FirstMember}_idx_unique", key.Expression, value));
        }

        string message = $"{(key.FirstMember == "hrid" ? "HRID" : key.Expression)} value already exists in table {shape.Table}: {value}";
        return isPost || shape.PutDeclares422 ? FolioAnswers.Conflict(message, key.Expression, value) : FolioAnswers.Text(400, message);
    }

    public static FakeResponse OfId(FakeFolioResourceShape shape, string id, FolioRelease release) =>
        release == FolioRelease.V29 && !shape.SaysDuplicateAsV30
            ? FolioAnswers.Text(400, OfV29($"{shape.Table}_pkey", "id", id))
            : FolioAnswers.Conflict($"id value already exists in table {shape.Table}: {id}", "id", id);

    private static string OfV29(string index, string expression, string value) =>
        $"duplicate key value violates unique constraint \"{index}\": Key ({expression})=({value}) already exists.";
}
