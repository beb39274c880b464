namespace Polaris.Client.Folio;

/// <content>Deletes by query.</content>
public partial class RecordClient<TRecord>
{
    /// <summary>Deletes all records that a query matches: for instances, holdings, items and users.</summary>
    /// <param name="query">The records to delete, without a sort. <c>CountAsync</c> with the same query shows how many there are.</param>
    /// <param name="options">What the query may match; <c>null</c> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call; the records may have been deleted anyway.</param>
    /// <exception cref="RecordInUseException">Other records refer to one of the records; nothing was deleted.</exception>
    /// <exception cref="InvalidQueryException">The server cannot execute the query; nothing was deleted.</exception>
    /// <exception cref="ArgumentException">
    /// The query has a sort, is too long for a URL, or has a part that every record can match without
    /// <see cref="DeleteByQueryOptions.AllowAllRecords"/>; nothing was sent.
    /// </exception>
    /// <exception cref="NotSupportedException">The server does not delete the records of this resource by query; nothing was sent.</exception>
    /// <remarks>
    /// <para><b>Inventory storage before release 25 (Nolana, 2022) ignores the query and deletes all instances, holdings or items.</b> Check
    /// the release of the server first.</para>
    /// <para>DELETE /{resource}?query=; permission <c>collection.delete</c>. Never sent twice: if the response is lost, count the records
    /// before you repeat it.</para>
    /// <para>The deletion of instances also deletes their source records (MARC) in inventory storage. The deletion of users does not delete
    /// their proxies.</para>
    /// </remarks>
    /// <example><code>
    /// await folio.Items.DeleteByQueryAsync(Cql.Field("holdingsRecordId").EqualTo(holdings.Id));
    /// </code></example>
    public Task DeleteByQueryAsync(CqlQuery query, DeleteByQueryOptions? options = null, CancellationToken cancellationToken = default)
    {
        _ = query ?? throw new ArgumentNullException(nameof(query));
        if (!_deletesByQuery)
        {
            throw new NotSupportedException(
                $"/{_resource} cannot be deleted by query: servers that accept such a request there ignore the query and delete every record. "
                + "Delete the records one by one.");
        }

        if (query.HasSort)
        {
            throw new ArgumentException("A query for a deletion cannot have a sort.", nameof(query));
        }

        if (query.MatchesAnything && options?.AllowAllRecords != true)
        {
            throw new ArgumentException(
                "The query contains cql.allRecords, or a term that is empty or only a wildcard, with which it can match every record. Set "
                + $"{nameof(DeleteByQueryOptions)}.{nameof(DeleteByQueryOptions.AllowAllRecords)} if this is intended.",
                nameof(query));
        }

        return _api.DeleteByQueryAsync(
            _resource, _resource, Arguments.Query(query, nameof(query))!, isSentOnce: true, cancellationToken);
    }
}

/// <summary>Options for a deletion by query.</summary>
public sealed class DeleteByQueryOptions
{
    /// <summary>
    /// Whether the query may contain <c>cql.allRecords</c>, or a term that is empty or only a wildcard such as <c>id=*</c>, and so match
    /// every record of the tenant.
    /// </summary>
    /// <value>
    /// <c>false</c> by default. <c>Cql.Not</c> needs it, too. Other conditions can match every record without it, for example <c>title&lt;&gt;x</c>.
    /// </value>
    public bool AllowAllRecords { get; set; }
}
