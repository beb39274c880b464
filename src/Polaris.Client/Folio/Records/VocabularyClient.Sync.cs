using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Polaris.Client.Folio;

/// <content>Comparing a vocabulary with that of another tenant or a file, and applying the differences.</content>
public sealed partial class VocabularyClient<TRecord>
{
    /// <summary>Compares the records of another tenant with those of this one. Nothing is changed.</summary>
    /// <param name="source">The vocabulary with the wanted records, for example of the central tenant.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The plan to bring this tenant's vocabulary up to date.</returns>
    /// <inheritdoc cref="CompareAsync(IEnumerable{TRecord}, CancellationToken)" path="/exception|/remarks"/>
    /// <example><code>
    /// VocabularyPlan&lt;LoanType&gt; plan = await college.LoanTypes.CompareAsync(central.LoanTypes);
    /// Console.WriteLine(plan); // college: 3 Same, 1 Create
    /// await college.LoanTypes.SyncAsync(plan);
    /// </code></example>
    public async Task<VocabularyPlan<TRecord>> CompareAsync(VocabularyClient<TRecord> source, CancellationToken cancellationToken = default)
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        return await CompareAsync(await source.ReadAllAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Compares wanted records with those of this tenant. Nothing is changed.</summary>
    /// <param name="wanted">The wanted records, for example from <see cref="ReadFileAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The plan to bring this tenant's vocabulary up to date.</returns>
    /// <exception cref="ArgumentException">A wanted record is null, or has an ID that is not of version 1 to 5; nothing was sent.</exception>
    /// <remarks>
    /// <para>A wanted record corresponds to the record with the same ID, or otherwise with the same name; the server compares names without
    /// regard to case and accents. A property that the wanted record does not have is not compared. Records that are hidden are not
    /// compared either, unless both clients come from <see cref="WithHidden"/>.</para>
    /// <para>It is a conflict if a wanted record does not have a name, if the name, or a code that must be unique, belongs to another record, if several records have the name, if the
    /// same record is wanted twice, or if the record that would be changed belongs to the system (source <c>folio</c> or <c>system</c>).</para>
    /// <para>References are compared by ID: bring the records that others refer to up to date first, for example the types of statistical
    /// codes.</para>
    /// <para>GET /{resource}; permission <c>collection.get</c>.</para>
    /// </remarks>
    public async Task<VocabularyPlan<TRecord>> CompareAsync(IEnumerable<TRecord> wanted, CancellationToken cancellationToken = default)
    {
        var records = CheckWanted(wanted);
        var comparison = new VocabularyComparison<TRecord>(
            await ReadAllAsync(cancellationToken).ConfigureAwait(false), MembersOf, _resource.HasUniqueCode);
        foreach (var record in records)
        {
            // The server knows best which names it regards as equal.
            if (comparison.NeedsSearch(record) && NameQuery(record.Name, nameof(wanted)) is var byName
                && await FindByNameAsync(byName, cancellationToken).ConfigureAwait(false) is { } found)
            {
                comparison.AddName(record, found);
            }
        }

        return new VocabularyPlan<TRecord>(Tenant, records.Select(comparison.StepFor).ToList(), comparison.Rest);
    }

    /// <summary>Applies a plan: creates and changes the records of its steps, one after the other. Nothing is ever deleted.</summary>
    /// <param name="plan">A plan of this tenant. Steps that were removed from it are left out.</param>
    /// <param name="cancellationToken">Cancels the call of the current step; the steps before it have been applied.</param>
    /// <returns>
    /// The outcome of each step, in their order. Compare again to see what is left: a plan that was applied completely compares as the same.
    /// A plan that is applied twice creates no record twice.
    /// </returns>
    /// <exception cref="VocabularySyncCanceledException{TRecord}">The call was canceled. It contains the outcomes.</exception>
    /// <exception cref="ArgumentException">The plan was made for another tenant; nothing was sent.</exception>
    /// <remarks>
    /// A record is read again before it is changed; if it is not as it was when the plan was made, the step is
    /// <see cref="VocabularyOutcome.Outdated"/>. A record that the server refuses does not stop the others; a missing permission, a failed
    /// sign-in or a lost connection does. GET /{resource}/{id}, POST /{resource} and PUT /{resource}/{id}; permissions <c>item.get</c>, <c>item.post</c> and <c>item.put</c>.
    /// </remarks>
    public async Task<IReadOnlyList<VocabularyStepOutcome<TRecord>>> SyncAsync(
        VocabularyPlan<TRecord> plan, CancellationToken cancellationToken = default)
    {
        _ = plan ?? throw new ArgumentNullException(nameof(plan));
        if (plan.Tenant != Tenant)
        {
            throw new ArgumentException($"The plan was made for the tenant {plan.Tenant}, but this client is of {Tenant}.", nameof(plan));
        }

        var outcomes = new List<VocabularyStepOutcome<TRecord>>();
        var isStopped = false;
        foreach (var step in plan.Steps)
        {
            var outcome = step.Kind is VocabularyStepKind.Same or VocabularyStepKind.Conflict ? new(step, VocabularyOutcome.Skipped)
                : isStopped || cancellationToken.IsCancellationRequested ? new(step, VocabularyOutcome.NotAttempted)
                : await ApplyAsync(step, cancellationToken).ConfigureAwait(false);
            isStopped |= outcome.Failure is not (null or AlreadyExistsException or ValidationFailedException or RecordProtectedException or NotFoundException);
            outcomes.Add(outcome);
        }

        return cancellationToken.IsCancellationRequested && outcomes.Any(IsLeft)
            ? throw new VocabularySyncCanceledException<TRecord>(
                $"Bringing {_resource.Path} of {Tenant} up to date was canceled: {outcomes.Count(outcome => outcome.Outcome == VocabularyOutcome.Applied)} steps were applied. "
                + "Compare again to see what is left.",
                outcomes,
                cancellationToken)
            : outcomes;

        static bool IsLeft(VocabularyStepOutcome<TRecord> outcome) => outcome.Outcome is VocabularyOutcome.NotAttempted or VocabularyOutcome.Unknown;
    }

    /// <summary>Reads records from a file: a JSON array of records, or an object with a list of them as the server sends it.</summary>
    /// <param name="file">The file. It is not closed.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The records.</returns>
    /// <exception cref="FormatException">The file is not JSON of this form.</exception>
    /// <remarks>Nothing is sent. The records have the form in which GET /{resource} returns them.</remarks>
    /// <example><code>
    /// await using var file = File.OpenRead("loan-types.json");
    /// var plan = await folio.LoanTypes.CompareAsync(await folio.LoanTypes.ReadFileAsync(file));
    /// </code></example>
    public async Task<IReadOnlyList<TRecord>> ReadFileAsync(Stream file, CancellationToken cancellationToken = default)
    {
        _ = file ?? throw new ArgumentNullException(nameof(file));
        try
        {
            using var document = await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken).ConfigureAwait(false);
            var list = document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.GetProperty(_resource.ListMember) : document.RootElement;
            return [.. list.EnumerateArray().Select(record => record.Deserialize(RecordType) ?? throw new FormatException("A record is null."))];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException(
                $"The file is not a list of {typeof(TRecord).Name} records: expected a JSON array, or an object with the array \"{_resource.ListMember}\". "
                + exception.Message,
                exception);
        }
    }

    /// <summary>Writes all records of this tenant to a file that <see cref="ReadFileAsync"/> reads.</summary>
    /// <param name="file">The file. It is not closed.</param>
    /// <param name="cancellationToken">Cancels the calls and the writing.</param>
    /// <exception cref="WalkInterruptedException">The list broke off; nothing was written.</exception>
    /// <remarks>GET /{resource}; permission <c>collection.get</c>. What the server maintains, such as the metadata, is left out.</remarks>
    public async Task WriteFileAsync(Stream file, CancellationToken cancellationToken = default)
    {
        _ = file ?? throw new ArgumentNullException(nameof(file));
        var records = await ReadAllAsync(cancellationToken).ConfigureAwait(false);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartArray();
            foreach (var record in records)
            {
                JsonSerializer.Serialize(writer, record, RecordType);
            }

            writer.WriteEndArray();
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(file, 81920, cancellationToken).ConfigureAwait(false);
    }

    private JsonTypeInfo<TRecord> RecordType => (JsonTypeInfo<TRecord>)_json.GetTypeInfo(typeof(TRecord));

    private static List<TRecord> CheckWanted(IEnumerable<TRecord> wanted)
    {
        List<TRecord> records = [.. wanted ?? throw new ArgumentNullException(nameof(wanted))];
        foreach (var record in records)
        {
            _ = record ?? throw new ArgumentException("A wanted record is null.", nameof(wanted));
            _ = string.IsNullOrWhiteSpace(record.Name) ? null : NameQuery(record.Name, nameof(wanted));
            _ = record.Id == Guid.Empty ? record.Id : Arguments.Id(record.Id, nameof(wanted));
        }

        return records;
    }

    private async Task<List<TRecord>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var records = new List<TRecord>();
        await foreach (var record in EnumerateAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            records.Add(record);
        }

        return records;
    }

    /// <summary>The properties of a record as they are sent, without its ID.</summary>
    private JsonObject MembersOf(TRecord record)
    {
        var members = JsonSerializer.SerializeToNode(record, RecordType)!.AsObject();
        members.Remove("id");
        return members;
    }

    private async Task<VocabularyStepOutcome<TRecord>> ApplyAsync(VocabularyStep<TRecord> step, CancellationToken cancellationToken)
    {
        try
        {
            if (step.Kind == VocabularyStepKind.Create)
            {
                return new(step, VocabularyOutcome.Applied, await CreateAsync(NewRecord(step), cancellationToken).ConfigureAwait(false));
            }

            var current = await FindAsync(step.Existing!.Id, cancellationToken).ConfigureAwait(false);
            if (current is null || !JsonNode.DeepEquals(MembersOf(current), MembersOf(step.Existing)))
            {
                return new(step, VocabularyOutcome.Outdated, current);
            }

            var changed = MembersOf(current);
            foreach (var member in MembersOf(step.Wanted).Where(member => step.Differences.Contains(member.Key)).ToList())
            {
                changed[member.Key] = member.Value?.DeepClone();
            }

            changed["id"] = current.Id;
            return new(step, VocabularyOutcome.Applied, await UpdateAsync(changed.Deserialize(RecordType)!, cancellationToken).ConfigureAwait(false));
        }
        catch (PolarisClientException failure)
        {
            return new(step, VocabularyOutcome.Failed, failure: failure);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(step, VocabularyOutcome.Unknown);
        }
    }

    /// <summary>A copy with an ID, which is the same if the plan is applied again: the server then refuses a second record.</summary>
    private TRecord NewRecord(VocabularyStep<TRecord> step)
    {
        var record = JsonSerializer.SerializeToNode(step.Wanted, RecordType).Deserialize(RecordType)!;
        record.Id = record.Id == Guid.Empty ? step.NewId : record.Id;
        return record;
    }
}
