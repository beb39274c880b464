namespace Polaris.Client.Marc;

/// <summary>Finds the fields that two lists have in common, in the same order.</summary>
internal static class FieldMatcher
{
    /// <summary>Up to a thousand fields on both sides, the longest common sequence is found; its table grows with the square.</summary>
    private const int LargestTable = 1_000_000;

    /// <summary>Returns the indexes of equal fields in both lists, ascending.</summary>
    public static List<(int Before, int After)> Match(List<MarcField> before, List<MarcField> after)
    {
        Dictionary<MarcField, int> numbers = new(new ContentComparer());
        int[] left = Numbers(before, numbers), right = Numbers(after, numbers);
        if (IsSmall(left, right))
        {
            return LongestCommon(left, right);
        }

        // Fields that occur once divide long records into short parts.
        List<(int Before, int After)> matches = [];
        int a = 0, b = 0;
        foreach ((int i, int j) in InOrder(Unique(left, right)).Append((left.Length, right.Length)))
        {
            int[] leftPart = left.AsSpan(a, i - a).ToArray(), rightPart = right.AsSpan(b, j - b).ToArray();
            List<(int Before, int After)> between = IsSmall(leftPart, rightPart) ? LongestCommon(leftPart, rightPart) : InOrder(SameOccurrence(leftPart, rightPart));
            matches.AddRange(between.Select(match => (a + match.Before, b + match.After)));
            if (i < left.Length)
            {
                matches.Add((i, j));
            }

            (a, b) = (i + 1, j + 1);
        }

        return matches;
    }

    private static bool IsSmall(int[] left, int[] right) => (long)left.Length * right.Length <= LargestTable;

    /// <summary>Equal fields get equal numbers, so that long fields are compared once.</summary>
    private static int[] Numbers(List<MarcField> fields, Dictionary<MarcField, int> numbers)
    {
        int[] result = new int[fields.Count];
        for (int i = 0; i < result.Length; i++)
        {
            if (!numbers.TryGetValue(fields[i], out int number))
            {
                numbers.Add(fields[i], number = numbers.Count);
            }

            result[i] = number;
        }

        return result;
    }

    private static List<(int Before, int After)> LongestCommon(int[] left, int[] right)
    {
        int[,] common = new int[left.Length + 1, right.Length + 1];
        for (int i = left.Length - 1; i >= 0; i--)
        {
            for (int j = right.Length - 1; j >= 0; j--)
            {
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        List<(int, int)> matches = [];
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j])
            {
                matches.Add((i++, j++));
            }
            else if (common[i + 1, j] >= common[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return matches;
    }

    /// <summary>Pairs the fields that each list has just once.</summary>
    private static List<(int Before, int After)> Unique(int[] left, int[] right)
    {
        Dictionary<int, int> places = right.Select((number, j) => (number, j)).GroupBy(field => field.number)
            .Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.First().j);
        HashSet<int> once = [.. left.GroupBy(number => number).Where(group => group.Count() == 1).Select(group => group.Key)];
        return [.. left.Select((number, i) => (number, i)).Where(field => once.Contains(field.number) && places.ContainsKey(field.number))
            .Select(field => (field.i, places[field.number]))];
    }

    /// <summary>Pairs the first occurrence of a field with the first, the second with the second, and so on.</summary>
    private static List<(int Before, int After)> SameOccurrence(int[] left, int[] right)
    {
        Dictionary<int, Queue<int>> places = [];
        for (int j = 0; j < right.Length; j++)
        {
            if (!places.TryGetValue(right[j], out Queue<int>? queue))
            {
                places.Add(right[j], queue = new Queue<int>());
            }

            queue.Enqueue(j);
        }

        List<(int, int)> pairs = [];
        for (int i = 0; i < left.Length; i++)
        {
            if (places.TryGetValue(left[i], out Queue<int>? queue) && queue.Count > 0)
            {
                pairs.Add((i, queue.Dequeue()));
            }
        }

        return pairs;
    }

    /// <summary>Keeps the most pairs whose second index ascends too (the longest increasing subsequence).</summary>
    private static List<(int Before, int After)> InOrder(List<(int Before, int After)> pairs)
    {
        List<int> lowest = []; // For each length, the second index of the pair that ends a sequence of it with the lowest.
        List<int> ends = [];
        int[] previous = new int[pairs.Count];
        for (int i = 0; i < previous.Length; i++)
        {
            int length = ~lowest.BinarySearch(pairs[i].After); // Second indexes are all different, so none is found.
            previous[i] = length > 0 ? ends[length - 1] : -1;
            if (length == lowest.Count)
            {
                lowest.Add(pairs[i].After);
                ends.Add(i);
            }
            else
            {
                (lowest[length], ends[length]) = (pairs[i].After, i);
            }
        }

        List<(int, int)> kept = [];
        for (int i = ends.Count == 0 ? -1 : ends[ends.Count - 1]; i >= 0; i = previous[i])
        {
            kept.Add(pairs[i]);
        }

        kept.Reverse();
        return kept;
    }

    private sealed class ContentComparer : IEqualityComparer<MarcField>
    {
        public bool Equals(MarcField? x, MarcField? y) => ReferenceEquals(x, y) || (x is not null && x.ContentEquals(y));

        public int GetHashCode(MarcField field)
        {
            int hash = field.Tag.GetHashCode() ^ field.Data.GetHashCode();
            foreach (MarcSubfield subfield in field.SubfieldList)
            {
                hash = (hash * 31) + subfield.Code;
                hash = (hash * 31) + subfield.Data.GetHashCode();
            }

            return hash;
        }
    }
}
