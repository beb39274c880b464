using System.Text.Json;
using Refit;

namespace Polaris.Client.Folio;

/// <summary>A type of the dates of an instance, as in position 6 of MARC field 008. The server ships all of them.</summary>
[FolioResource("instance-date-types", "instanceDateTypes", IsListOnly = true)]
public sealed class InstanceDateType : FolioRecord
{
    /// <summary>The name; the only property that can be changed.</summary>
    public string? Name { get; set; }

    /// <summary>The code, one character.</summary>
    public string? Code { get; set; }

    /// <summary>How the two dates are displayed.</summary>
    public DateDisplayFormat? DisplayFormat { get; set; }

    /// <summary>Where the type comes from: <c>folio</c> or <c>local</c>.</summary>
    public string? Source { get; set; }
}

/// <summary>How the two dates of an instance are displayed.</summary>
public sealed class DateDisplayFormat : RecordPart
{
    /// <summary>The text between the dates.</summary>
    public string? Delimiter { get; set; }

    /// <summary>Whether the text is displayed if one of the dates is missing.</summary>
    public bool? KeepDelimiter { get; set; }
}

/// <summary>Lists the types of instance dates and renames them; the server allows nothing else.</summary>
/// <remarks>Thread-safe. For the exceptions of every call see <see cref="RecordClient{TRecord}"/>.</remarks>
public sealed class InstanceDateTypeClient
{
    private readonly RecordClient<InstanceDateType> _records;
    private readonly IInstanceDateTypesApi _api;

    internal InstanceDateTypeClient(IRecordsApi records, IInstanceDateTypesApi api, JsonSerializerOptions json, string tenant, Pauses pauses)
    {
        _records = new(records, json, FolioResourceAttribute.Of(typeof(InstanceDateType)), tenant, pauses);
        _api = api;
    }

    /// <summary>Lists one page.</summary>
    /// <param name="query">The types to list, for example one code; <c>null</c> for all.</param>
    /// <param name="limit">The maximum number of types; <c>null</c> for 100, which is more than there are.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page.</returns>
    /// <exception cref="InvalidQueryException">The server cannot execute the query.</exception>
    /// <remarks>GET /instance-date-types; permission <c>collection.get</c>.</remarks>
    /// <example><code>
    /// InstanceDateType single = (await folio.InstanceDateTypes.ListAsync(Cql.Field("code").EqualTo("s"))).Records.Single();
    /// </code></example>
    public Task<RecordPage<InstanceDateType>> ListAsync(
        CqlQuery? query = null, int? limit = null, CancellationToken cancellationToken = default) =>
        _records.ListAsync(query, limit: limit ?? 100, cancellationToken: cancellationToken);

    /// <summary>Changes the name of a type.</summary>
    /// <param name="id">The ID of the type.</param>
    /// <param name="name">The new name.</param>
    /// <param name="cancellationToken">Cancels the call; the type may have been renamed anyway.</param>
    /// <exception cref="ArgumentException">The ID is not of version 1 to 5, or the name is empty; nothing was sent.</exception>
    /// <exception cref="RequestFailedException">The server refused, for example because the tenant is a member of a consortium.</exception>
    /// <remarks>PATCH /instance-date-types/{id}; permission <c>item.patch</c>. In a consortium only the central tenant may do this.</remarks>
    public Task RenameAsync(Guid id, string name, CancellationToken cancellationToken = default) => _api.RenameAsync(
        Arguments.Id(id, nameof(id)), new InstanceDateTypeName { Name = Arguments.Name(name, nameof(name)) }, cancellationToken);
}

/// <summary>The body of a change of name.</summary>
internal sealed class InstanceDateTypeName
{
    public string? Name { get; set; }
}

/// <summary>The one change that the server allows.</summary>
internal interface IInstanceDateTypesApi
{
    /// <summary>Changes the name.</summary>
    [Patch("/instance-date-types/{id}")]
    Task RenameAsync(Guid id, [Body] InstanceDateTypeName name, CancellationToken cancellationToken);
}
