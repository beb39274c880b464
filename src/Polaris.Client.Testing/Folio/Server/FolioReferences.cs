using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The foreign keys between the resources of a tenant.</summary>
internal static class FolioReferences
{
    /// <summary>The response to a record that refers to one that does not exist, or null.</summary>
    public static FakeResponse? Check(FakeFolioTenant tenant, FakeFolioResourceShape shape, JsonObject record, bool isPost)
    {
        foreach ((string field, string path) in shape.References)
        {
            string? id = FolioFieldReader.Text(FolioFieldReader.Node(record, field));
            if (id is not null && tenant.FindResource(path) is { } target && target.Rows.Find(FolioText.Lower(id)) is null)
            {
                string message = $"Cannot set {shape.Table}.{field} = {id} because it does not exist in {target.Shape.Table}.id.";
                return shape.MissingReferenceAnswer(id)
                    ?? (isPost || shape.PutDeclares422 ? FolioAnswers.Conflict(message, $"{shape.Table}.{field}", id) : FolioAnswers.Text(400, message));
            }
        }

        return null;
    }

    /// <summary>The table of a record that refers to this one, or null.</summary>
    public static string? TableUsing(FakeFolioTenant tenant, FakeFolioResourceShape shape, string id) => (
        from other in tenant.Resources
        from reference in other.Shape.References
        where reference.Resource == shape.Path
        from row in other.Rows.After(null)
        where string.Equals(FolioFieldReader.Text(row.Node(reference.Field)), id, StringComparison.OrdinalIgnoreCase)
        select other.Shape.Table).FirstOrDefault();
}
