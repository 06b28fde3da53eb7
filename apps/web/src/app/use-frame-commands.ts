import { useNavigate } from '@tanstack/react-router';
import { Bell, Keyboard, Plus } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { type Command, useCommands } from '@/lib/commands';
import type { Words } from '@/words/id';
import { useWords } from '@/words/language-provider';
import { captures, personalPlaces, placeName, places } from './navigation';

type Frame = { partnershipId: string | null; open: (over: 'palette' | 'capture' | 'shortcuts') => void };
type Go = (to: string) => void;

/** What can be done from everywhere: go to a place, add something, look for something. */
export function useFrameCommands({ partnershipId, open }: Frame): void {
  const words = useWords();
  const navigate = useNavigate();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      open('palette');
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [open]);
  const commands = useMemo(() => {
    const go: Go = (to) => void navigate({ to });
    return [
      ...inPartnership(words, partnershipId, go),
      ...ofThePerson(words, go),
      ...ofTheFrame(words, partnershipId, open),
    ];
  }, [words, partnershipId, open, navigate]);
  useCommands(commands);
}

function inPartnership(words: Words, partnershipId: string | null, go: Go): Command[] {
  if (!partnershipId) return [];
  const group = words.frame.shortcuts.go;
  const here = `/k/${partnershipId}`;
  const going = places.map(({ id, to, icon, letter }) => ({
    id: `go.${id}`,
    label: placeName(words, id),
    group,
    keys: `g ${letter}`,
    icon,
    synonyms: words.frame.synonyms[id],
    run: () => go(to.replace('$partnershipId', partnershipId)),
  }));
  const inbox: Command = {
    id: 'go.notifications',
    label: words.frame.notifications,
    group,
    keys: 'g p',
    icon: Bell,
    synonyms: words.frame.synonyms.notifications,
    run: () => go(`${here}/pemberitahuan`),
  };
  const adding = captures.map(({ id, path, icon }) => ({
    id: `new.${id}`,
    label: words.frame[id],
    group: words.frame.palette.commands,
    icon,
    synonyms: words.frame.synonyms[id],
    run: () => go(`${here}${path}?baru=1`),
  }));
  return [...going, inbox, ...adding];
}

function ofThePerson(words: Words, go: Go): Command[] {
  return personalPlaces.map(({ id, to, icon }) => ({
    id: `go.${id}`,
    label: placeName(words, id),
    group: words.frame.shortcuts.go,
    icon,
    synonyms: words.frame.synonyms[id],
    run: () => go(to),
  }));
}

function ofTheFrame(words: Words, partnershipId: string | null, open: Frame['open']): Command[] {
  const group = words.frame.shortcuts.general;
  const list: Command = {
    id: 'shortcuts',
    label: words.frame.shortcuts.list,
    group,
    keys: '?',
    icon: Keyboard,
    run: () => open('shortcuts'),
  };
  if (!partnershipId) return [list];
  return [
    { id: 'capture', label: words.frame.capture, group, keys: 'c', icon: Plus, run: () => open('capture') },
    list,
  ];
}
