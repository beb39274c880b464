using static Polaris.Client.Marc.Iso2709Bytes;

namespace Polaris.Client.Marc;

/// <summary>Splits ISO 2709 into records: by length where length and terminator agree, otherwise by terminators and leaders.</summary>
internal sealed class Iso2709Parser(MarcReadOptions options) : MarcParser(options)
{
    private readonly Iso2709Fields _fields = new(options);
    private bool _abandoned;

    public override void Abandon() => _abandoned = true;

    public override bool TryRead(byte[] data, int start, int end, bool isFinal, long offset, out int consumed, out MarcReadResult? result)
    {
        result = null;
        int at = SkipFiller(data, _abandoned ? SkipToTerminator(data, start, end) : start, end, isFinal);
        consumed = at - start;
        if (at == end || (end - at < MarcLeader.Length && !isFinal))
        {
            return consumed > 0;
        }

        int length = end - at >= 5 ? Digits(data, at, 5) : -1;
        int terminator = data.AsSpan(at, end - at).IndexOf(RecordTerminator);
        if (terminator < 0 && !isFinal && !HoldsAnother(data, at, end))
        {
            return consumed > 0;
        }

        if (terminator >= MarcLeader.Length && length == terminator + 1)
        {
            result = Read(data, at, at + length, offset + consumed, damage: null);
            consumed += length;
            return true;
        }

        int stop = terminator < 0 ? end : at + terminator + 1;
        return ReadDamaged(data, at, ref stop, end, length, offset, start, out consumed, out result);
    }

    private bool ReadDamaged(byte[] data, int at, ref int stop, int end, int length, long offset, int start, out int consumed, out MarcReadResult? result)
    {
        long place = offset + (at - start);
        if (!StartsHere(data, at, stop, end))
        {
            int next = FindLeader(data, at + 1, stop, end);
            if (next > 0 || stop - at <= MarcLeader.Length || data.AsSpan(at, stop - at).IndexOf(FieldTerminator) < 0)
            {
                stop = next > 0 ? next : stop;
                result = Junk(data, at, stop, place);
                consumed = stop - start;
                return true;
            }
        }

        (MarcDeviationKind, string)? damage = (MarcDeviationKind.RecordLength, "read up to the record terminator");
        int inside = FindLeader(data, Math.Min(at + MarcLeader.Length, stop), stop, end);
        bool isTerminated = data[stop - 1] == RecordTerminator;
        if (inside > 0)
        {
            stop = inside;
            damage = (data[inside - 1] == FieldTerminator ? MarcDeviationKind.MissingRecordTerminator : MarcDeviationKind.CutShort, "read up to the next leader");
        }
        else if (isTerminated && length > stop - at && length <= end - at && data[at + length - 1] == RecordTerminator
            && !StartsHere(data, stop, end, end))
        {
            stop = at + length;
            damage = (MarcDeviationKind.InvalidCharacter, "kept a record terminator within the data");
        }
        else if (!isTerminated)
        {
            damage = (EndsWithField(data, at, stop) ? MarcDeviationKind.MissingRecordTerminator : MarcDeviationKind.CutShort, "read up to the end of the file");
        }

        result = Read(data, at, stop, place, damage);
        consumed = stop - start;
        return true;
    }

    // Without any terminator, more bytes than a record may have are searched for the leader of the next.
    private static bool HoldsAnother(byte[] data, int at, int end) =>
        end - at > 100_000 && FindLeader(data, at + MarcLeader.Length, end - MarcLeader.Length, end) >= 0;

    private static bool EndsWithField(byte[] data, int at, int stop)
    {
        while (stop > at && IsFiller(data[stop - 1]))
        {
            stop--;
        }

        return stop > at && data[stop - 1] == FieldTerminator;
    }

    private MarcReadResult Read(byte[] data, int at, int stop, long offset, (MarcDeviationKind Kind, string Done)? damage)
    {
        DeviationLog log = new(Options, ++Number, offset);
        if (damage is { } found)
        {
            log.Add(found.Kind, offset, found.Done, data, at, Math.Min(stop, at + MarcLeader.Length));
        }

        MarcRecord? record = stop - at < MarcLeader.Length ? null : _fields.Read(log, data, at, stop);
        return Finish(log, record, data, at, stop);
    }

    private MarcReadResult Junk(byte[] data, int at, int stop, long offset)
    {
        DeviationLog log = new(Options, Number + 1, offset);
        log.Add(MarcDeviationKind.BytesBetweenRecords, offset, $"skipped {stop - at} bytes", data, at, stop);
        return Finish(log, null, data, at, stop);
    }

    private static bool StartsHere(byte[] data, int at, int stop, int end) =>
        IsSoundLeader(data, at, end) || IsLikelyLeader(data, at, end)
        || (stop - at > MarcLeader.Length && (IsEntry(data, at + MarcLeader.Length, end) || Digits(data, at, 5) == stop - at));

    private int SkipToTerminator(byte[] data, int start, int end)
    {
        int terminator = data.AsSpan(start, end - start).IndexOf(RecordTerminator);
        _abandoned = terminator < 0;
        return terminator < 0 ? end : start + terminator + 1;
    }

    // Blanks may be the beginning of a leader without a length.
    private static int SkipFiller(byte[] data, int at, int end, bool isFinal)
    {
        while (at < end)
        {
            if (at + 3 <= end && data[at] == 0xEF && data[at + 1] == 0xBB && data[at + 2] == 0xBF)
            {
                at += 3;
            }
            else if (!IsFiller(data[at]) || (data[at] == ' ' && (IsLikelyLeader(data, at, end) || (end - at < MarcLeader.Length && !isFinal))))
            {
                break;
            }
            else
            {
                at++;
            }
        }

        return at;
    }

    private static bool IsFiller(byte b) => b is 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0x1A;
}
